import { formatAge } from '../../answer/age.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { lastEnd, waitingReason, type ContainerView } from '../../model/pods/container-state.ts';
import { exitCodeMeaning } from '../../model/pods/exit-code.ts';
import { innermost, shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { Service } from '../../model/kinds/service.ts';
import { namedHosts, serviceOfHost } from '../../model/pods/named-hosts.ts';
import { isLive, isReady } from '../../model/pods/pod-state.ts';
import { selectorMatches } from '../../model/selectors/selector.ts';
import { logsOf } from '../../model/workloads/workload-commands.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';
import { describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'init-container-stuck',
  title: 'An init container does not finish, so the application never starts',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'some-endpoints-not-ready', 'rollout-stuck', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['namespaceServices', 'namespacePods', 'replicaSets'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-init-containers/',
  detects:
    'Condition Initialized is False for more than two minutes, and an init container has run for that long, waits with CrashLoopBackOff, or ended with an error. Critical when no other selected pod is ready. Names the Service that its command waits for.',
  find({ service, livePods, podTroubles, namespaceServices, namespacePods, replicaSets, now }) {
    return groupsOf(podTroubles, ['init'], ({ container }) => `${container.spec.name} ${container.spec.image}`).map(
      ({ first, pods, names, owner }) => {
        const { container, pod } = first;
        const { name, sidecar } = container.spec;
        const waits = waitedFor(container, service.metadata.namespace, namespaceServices, namespacePods);
        const state = stateOf(container, now);
        return {
          severity: severityFor(livePods),
          say: text`${sidecar ? 'Sidecar' : 'Init container'} ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} ${state}, so the application never starts.${waits?.say ?? ''}`,
          evidence: {
            [`status.initContainerStatuses[${name}]`]: state,
            [`status.initContainerStatuses[${name}].restartCount`]: container.status?.restartCount ?? 0,
            ...(waits !== undefined && { 'its command names': waits.host }),
            pods: listNames(names),
          },
          next: [
            {
              say: text`Read what it waits for or why it ends`,
              command: logsOf(pod, name, waitingReason(container) === 'CrashLoopBackOff'),
            },
            ...(waits?.service === undefined
              ? []
              : [
                  {
                    say: text`Repair what it waits for: triage Service ${code(waits.service.name)}`,
                    command: `kubectl get service,endpointslices -n ${quote(waits.service.namespace)} -l kubernetes.io/service-name=${quote(waits.service.name)}`,
                  },
                ]),
            ...goBack(owner, replicaSets),
            describePod(pod),
          ],
          pods: names,
        };
      },
    );
  },
});

function stateOf(container: ContainerView, now: number): string {
  const state = container.status?.state;
  if (state?.is === 'running') {
    return state.startedAt === undefined
      ? 'runs and does not finish'
      : `has been running for ${formatAge(now - state.startedAt)} and does not finish`;
  }
  const end = lastEnd(container);
  const reason = waitingReason(container);
  if (end === undefined)
    return `does not start (${reason === '' ? 'no reason given' : reason}${state?.is === 'waiting' && state.message !== '' ? `: ${innermost(state.message)}` : ''})`;
  const last = end.message === '' ? '' : `: ${shortMessage(end.message, 160)}`;
  const killed = end.reason === 'OOMKilled' ? ', killed for its memory (OOMKilled)' : `, ${exitCodeMeaning(end.exitCode)}`;
  return `fails again and again (${reason === '' ? '' : `${reason}, `}exit code ${end.exitCode}${killed}${last})`;
}

interface WaitedFor {
  readonly host: string;
  readonly say: Text;
  readonly service: { readonly name: string; readonly namespace: string } | undefined;
}

/** Only what its own words name: the state of a Service of this namespace, or that there is none of that name. */
function waitedFor(
  container: ContainerView,
  namespace: string,
  services: readonly Service[] | undefined,
  pods: readonly Pod[] | undefined,
): WaitedFor | undefined {
  for (const host of namedHosts(container.spec)) {
    const named = serviceOfHost(host, namespace);
    if (named === undefined || named.namespace !== namespace || services === undefined) {
      return { host, say: text` Its command names ${code(host)}.`, service: undefined };
    }
    const found = services.find((one) => one.metadata.name === named.name);
    if (found === undefined) {
      return {
        host,
        say: text` Its command names ${code(host)}, but the namespace has no Service ${code(named.name)}.`,
        service: undefined,
      };
    }
    const ready = pods?.filter(
      (pod) => isLive(pod) && isReady(pod) && selectorMatches(found.spec.selector, pod.metadata.labels),
    );
    const health =
      ready === undefined || Object.keys(found.spec.selector).length === 0
        ? text``
        : text`, which has ${ready.length === 0 ? 'no ready pod' : `${ready.length} ready`}`;
    return { host, say: text` Its command names Service ${code(named.name)}${health}.`, service: named };
  }
  return undefined;
}
