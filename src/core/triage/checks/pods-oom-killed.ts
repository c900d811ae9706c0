import { formatAge } from '../../answer/age.ts';
import { code, count, text } from '../../answer/text.ts';
import { lastEnd } from '../../model/pods/container-state.ts';
import { setMemory } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { change, describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-oom-killed',
  title: 'The container is killed because it exceeds its memory limit',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'pods-crash-looping',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'readiness-probe-failing',
    'pods-restarting-often',
    'rollout-stuck',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/#exceed-a-container-s-memory-limit',
  detects:
    'A container of a live selected pod ended last with reason OOMKilled, and is down because of it or was restarted within the last hour. Critical when no other selected pod is ready. Silent after one kill long ago.',
  find({ service, livePods, podTroubles, replicaSets, now }) {
    return groupsOf(podTroubles, ['memory'], ({ container }) => `${container.spec.name} ${container.spec.memoryLimit}`).map(
      ({ first, pods, names, owner }) => {
        const { container, pod } = first;
        const { name, memoryLimit, memoryRequest } = container.spec;
        const restarts = container.status?.restartCount ?? 0;
        const at = lastEnd(container)?.finishedAt;
        const ago = at === undefined ? '' : `, last ${formatAge(now - at)} ago`;
        return {
          severity: severityFor(livePods),
          say:
            memoryLimit === undefined
              ? text`Container ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} was killed for its memory (OOMKilled, ${count(restarts, 'restart')}${ago}); it has no limit, so the node itself ran out.`
              : text`Container ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} needs more than its memory limit of ${code(memoryLimit)} and is killed for it (OOMKilled, ${count(restarts, 'restart')}${ago}).`,
          evidence: {
            'lastState.terminated.reason': 'OOMKilled',
            [`spec.containers[${name}].resources.limits.memory`]: memoryLimit ?? 'none',
            [`spec.containers[${name}].resources.requests.memory`]: memoryRequest ?? 'none',
            [`status.containerStatuses[${name}].restartCount`]: restarts,
            pods: listNames(names),
          },
          next: [
            change(text`Raise the limit above what it needs at its peak`, setMemory(owner, name), owner),
            ...goBack(owner, replicaSets),
            describePod(pod),
          ],
          pods: names,
        };
      },
    );
  },
});
