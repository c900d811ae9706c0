import { formatAge } from '../../answer/age.ts';
import { code, count, text } from '../../answer/text.ts';
import { containersOf, lastEnd, restartsOften } from '../../model/pods/container-state.ts';
import { exitCodeMeaning } from '../../model/pods/exit-code.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { formatProbe, lastProbeFailure } from '../../model/pods/probe-failure.ts';
import { logsOf } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-restarting-often',
  title: 'Pods restart now and then; callers see short failures',
  theme: 'pods',
  severity: 'warning',
  kind: 'cause',
  explains: ['some-endpoints-not-ready'],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['events'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts',
  detects:
    'A container of a ready selected pod has been restarted three times or more, the last time within the hour. Silent when the pod is crash looping or was killed for its memory.',
  find({ service, livePods, podTroubles, events, now }) {
    const worse = new Set(podTroubles.filter((one) => one.kind === 'memory' || one.kind === 'crash').map((one) => one.pod));
    const restarting = livePods.flatMap((pod) => {
      if (!isReady(pod) || worse.has(pod)) return [];
      const container = containersOf(pod).find((one) => (!one.init || one.spec.sidecar) && restartsOften(one, now));
      return container === undefined ? [] : [{ pod, container }];
    });
    const [first] = restarting;
    if (first === undefined) return [];
    const { container, pod } = first;
    const { name, livenessProbe } = container.spec;
    const end = lastEnd(container);
    const pods = restarting.map((one) => one.pod);
    const restarts = container.status?.restartCount ?? 0;
    const killed = events === undefined ? undefined : lastProbeFailure(pod, 'liveness', events);
    const ago = end?.finishedAt === undefined ? '' : `, last ${formatAge(now - end.finishedAt)} ago`;
    const ended = end === undefined ? '' : `: exit code ${end.exitCode}, ${exitCodeMeaning(end.exitCode)}`;
    return [
      {
        say: text`Container ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} is up but restarts now and then (${count(restarts, 'restart')}${ago})${ended}${killed === undefined ? '' : `, after its liveness probe failed (${killed.message})`}.`,
        evidence: {
          ...Object.fromEntries(
            restarting
              .slice(0, 5)
              .map((one) => [`restartCount of ${one.pod.metadata.name}`, one.container.status?.restartCount ?? 0]),
          ),
          ...(end !== undefined && { 'lastState.terminated.reason': end.reason }),
          ...(livenessProbe !== undefined && {
            [`spec.containers[${name}].livenessProbe`]: `${formatProbe(livenessProbe)}, timeoutSeconds ${livenessProbe.timeoutSeconds}`,
          }),
          pods: listNames(namesOf(pods)),
        },
        next: [
          { say: text`Read what it wrote before it ended`, command: logsOf(pod, name, true) },
          ...(killed === undefined
            ? []
            : [{ say: text`Loosen the liveness probe (timeoutSeconds, failureThreshold), or add a startupProbe` }]),
          describePod(pod),
        ],
        pods: namesOf(pods),
      },
    ];
  },
});
