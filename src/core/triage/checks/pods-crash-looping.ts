import { formatAge } from '../../answer/age.ts';
import { code, count, text } from '../../answer/text.ts';
import { isLooping, lastEnd, waitingReason, type ContainerView } from '../../model/pods/container-state.ts';
import { exitCodeMeaning } from '../../model/pods/exit-code.ts';
import type { TroubleOf } from '../../model/pods/pod-trouble.ts';
import { innermost, shortMessage } from '../../model/pods/kubelet-message.ts';
import { logsOf } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-crash-looping',
  title: 'The container starts and ends again and again',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'no-endpoints',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'readiness-probe-failing',
    'rollout-stuck',
    'pods-restarting-often',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  detects:
    'A container of a live selected pod waits with CrashLoopBackOff, RunContainerError or CreateContainerError, or has just ended after more than two restarts. Critical when no other selected pod is ready. Silent when it was killed for its memory, and when it has run for ten minutes since.',
  find({ service, livePods, podTroubles, replicaSets, now }) {
    const looping = podTroubles.filter(
      (one) => one.kind === 'crash' || (one.kind === 'liveness' && isLooping(one.container, now)),
    );
    return groupsOf(looping, ['crash', 'liveness'], reasonOf).map(({ first, pods, names, owner }) => {
      const { container, pod } = first;
      const { name } = container.spec;
      const end = lastEnd(container);
      const reason = waitingReason(container);
      const restarts = container.status?.restartCount ?? 0;
      return {
        severity: severityFor(livePods),
        say: text`Container ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} starts and ends again and again (${reason === '' ? '' : `${reason}, `}${count(restarts, 'restart')}): ${why(container)}.`,
        evidence: {
          [`status.containerStatuses[${name}].restartCount`]: restarts,
          ...(reason !== '' && { [`status.containerStatuses[${name}].state.waiting.reason`]: reason }),
          ...(end !== undefined && {
            'lastState.terminated.exitCode': `${end.exitCode}: ${exitCodeMeaning(end.exitCode)}`,
            ...(end.finishedAt !== undefined && { 'ended last': `${formatAge(now - end.finishedAt)} ago` }),
            ...(end.message !== '' && { 'lastState.terminated.message': shortMessage(end.message) }),
          }),
          image: container.spec.image,
          pods: listNames(names),
        },
        next: [
          { say: text`Read what it wrote before it ended`, command: logsOf(pod, name, true) },
          ...goBack(owner, replicaSets),
          describePod(pod),
        ],
        pods: names,
      };
    });
  },
});

function reasonOf({ container }: TroubleOf<'crash' | 'liveness'>): string {
  return `${container.spec.name} ${container.spec.image} ${lastEnd(container)?.exitCode ?? waitingReason(container)}`;
}

/** The runtime's message when it never ran; else its exit code, and its own last words when it left some. */
function why(container: ContainerView): string {
  const state = container.status?.state;
  const end = lastEnd(container);
  if (state?.is === 'waiting' && state.reason !== 'CrashLoopBackOff' && state.message !== '') return innermost(state.message);
  if (end === undefined) return 'no exit code is known yet';
  const last = end.message === '' ? '' : `; it said: ${shortMessage(end.message, 160)}`;
  return `exit code ${end.exitCode}, ${exitCodeMeaning(end.exitCode)}${last}`;
}
