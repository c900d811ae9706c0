import { formatAge } from '../../answer/age.ts';
import { code, count, text } from '../../answer/text.ts';
import type { NextStep } from '../../answer/answer.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import type { TroubleOf } from '../../model/pods/pod-trouble.ts';
import { failureMeaning, formatProbe } from '../../model/pods/probe-failure.ts';
import { forwardPort, logsOf } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

type Trouble = TroubleOf<'probe'>;

export default defineCheck({
  id: 'readiness-probe-failing',
  title: 'The pods run but fail their readiness probe',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-ready-endpoints', 'some-endpoints-not-ready', 'rollout-stuck', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['events', 'replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  detects:
    'A container of a live selected pod runs for longer than its readinessProbe (or startupProbe) allows and is not ready. Critical when no selected pod is ready. Silent while it is starting, and with publishNotReadyAddresses.',
  find({ service, livePods, podTroubles, events, replicaSets, now }) {
    if (service.spec.publishNotReadyAddresses) return [];
    return groupsOf(podTroubles, ['probe'], keyOf).map(({ first, pods, names, owner }) => {
      const { container, name, probe, failure, pod } = first;
      const since = conditionOf(pod.status.conditions, 'ContainersReady')?.since;
      const times = failure === undefined || failure.event.count < 2 ? '' : `, ${count(failure.event.count, 'time')} so far`;
      const meaning =
        failure === undefined
          ? events === undefined
            ? 'its last answer is unknown, as events could not be read'
            : 'no event tells its last answer'
          : `${failureMeaning(failure, probe)}${times}`;
      return {
        severity: severityFor(livePods),
        say: text`Container ${code(container.spec.name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} runs but fails its ${name} probe (${formatProbe(probe)}): ${meaning}.`,
        evidence: {
          [`spec.containers[${container.spec.name}].${name}Probe`]: `${formatProbe(probe)}, timeoutSeconds ${probe.timeoutSeconds}, periodSeconds ${probe.periodSeconds}, failureThreshold ${probe.failureThreshold}`,
          ...(failure !== undefined && {
            'last Unhealthy event': `${failure.message} (${count(failure.event.count, 'time')})`,
          }),
          ...(since !== undefined && { 'not ready for': formatAge(now - since) }),
          pods: listNames(names),
        },
        next: [...stepsFor(first), ...goBack(owner, replicaSets), describePod(pod)],
        pods: names,
      };
    });
  },
});

function keyOf({ container, name, probe, failure }: Trouble): string {
  return `${container.spec.name} ${name} ${probe.path} ${probe.port} ${failure?.kind} ${failure?.status}`;
}

function stepsFor({ pod, container, probe, failure }: Trouble): readonly NextStep[] {
  const logs: NextStep = { say: text`Read what the application says`, command: logsOf(pod, container.spec.name, false) };
  if (probe.type === 'exec' || probe.port === undefined) return [logs];
  const ask: NextStep = {
    say: text`Ask the same yourself${probe.path === undefined ? '' : text`, then open ${code(`http://localhost:8080${probe.path}`)}`}`,
    command: forwardPort(pod, container.spec.ports.find((port) => port.name === probe.port)?.containerPort ?? probe.port),
  };
  if (failure?.kind === 'timeout')
    return [ask, { say: text`If it is only slow, raise ${code('timeoutSeconds')} of the probe` }, logs];
  // A status below 500 says that the probe is wrong; above, and with nothing listening, that the application is.
  return failure?.kind === 'status' && (failure.status ?? 500) < 500 ? [ask, logs] : [logs, ask];
}
