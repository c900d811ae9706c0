import { code, count, text } from '../../answer/text.ts';
import type { NextStep } from '../../answer/answer.ts';
import { lastEnd } from '../../model/pods/container-state.ts';
import { exitCodeMeaning } from '../../model/pods/exit-code.ts';
import { declaredPorts, formatContainerPort } from '../../model/pods/ports.ts';
import { failureMeaning, formatProbe } from '../../model/pods/probe-failure.ts';
import type { TroubleOf } from '../../model/pods/pod-trouble.ts';
import { logsOf, patchContainer } from '../../model/workloads/workload-commands.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import { defineCheck } from '../check.ts';
import { change, describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

type Trouble = TroubleOf<'liveness'>;

export default defineCheck({
  id: 'liveness-probe-kills-pods',
  title: 'A liveness (or startup) probe that cannot succeed restarts the containers again and again',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'pods-crash-looping',
    'pods-restarting-often',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'rollout-stuck',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'podTroubles', 'events'],
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe',
  detects:
    'A container was ended by the kubelet (exit code 137 or 143, not OOMKilled), a Killing event names its liveness or startup probe, and it has not passed the probe since. Critical when no other selected pod is ready.',
  find({ service, livePods, podTroubles, replicaSets }) {
    return groupsOf(podTroubles, ['liveness'], ({ container, kill }) => `${container.spec.name} ${kill.probe}`).map(
      ({ first, pods, names, owner }) => {
        const { container, kill, pod } = first;
        const { name } = container.spec;
        const probe = probeOf(first);
        const end = lastEnd(container);
        const restarts = container.status?.restartCount ?? 0;
        const meaning = kill.failure === undefined || probe === undefined ? '' : `: ${failureMeaning(kill.failure, probe)}`;
        return {
          severity: severityFor(livePods),
          say: text`The ${kill.probe} probe of container ${code(name)}${probe === undefined ? '' : ` (${formatProbe(probe)})`} fails, so the kubelet restarts ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} again and again (${count(restarts, 'restart')})${meaning}.`,
          evidence: {
            ...(probe !== undefined && {
              [`spec.containers[${name}].${kill.probe}Probe`]: `${formatProbe(probe)}, initialDelaySeconds ${probe.initialDelaySeconds}, timeoutSeconds ${probe.timeoutSeconds}, failureThreshold ${probe.failureThreshold}`,
            }),
            'spec.containers[].ports': declaredPorts(pod.spec).map(formatContainerPort).join(', ') || 'none',
            ...(kill.failure !== undefined && { 'last Unhealthy event': kill.failure.message }),
            'last Killing event': kill.killing.message,
            [`status.containerStatuses[${name}].restartCount`]: restarts,
            ...(end !== undefined && { 'lastState.terminated.exitCode': `${end.exitCode}: ${exitCodeMeaning(end.exitCode)}` }),
            pods: listNames(names),
          },
          next: [...stepsFor(first, owner), ...goBack(owner, replicaSets), describePod(pod)],
          pods: names,
        };
      },
    );
  },
});

function probeOf({ container, kill }: Trouble) {
  return kill.probe === 'startup' ? container.spec.startupProbe : container.spec.livenessProbe;
}

/** A port that nobody declares is put right; else the container gets more time, and the reason is in its log. */
function stepsFor(trouble: Trouble, owner: ObjectRef): readonly NextStep[] {
  const { container, kill, pod } = trouble;
  const probe = probeOf(trouble);
  const target = { name: container.spec.name, init: container.init };
  const field = `${kill.probe}Probe`;
  const declared = declaredPorts(pod.spec);
  const known = declared.some((port) => port.name === probe?.port || String(port.containerPort) === String(probe?.port));
  const [only] = declared;
  const logs: NextStep = {
    say: text`Read what it wrote before it was killed`,
    command: logsOf(pod, container.spec.name, true),
  };
  if (probe !== undefined && probe.port !== undefined && !known && only !== undefined) {
    const port = declared.length === 1 ? only.containerPort : 'DECLARED_PORT';
    return [
      change(
        text`Let the probe ask a port that the container declares`,
        patchContainer(owner, target, { [field]: { [probe.type]: { port } } }),
        owner,
      ),
      logs,
    ];
  }
  if (kill.failure?.kind === 'status') {
    return [
      change(
        text`Let the probe ask a path that answers with 200`,
        patchContainer(owner, target, { [field]: { httpGet: { path: '/RIGHT_PATH' } } }),
        owner,
      ),
      logs,
    ];
  }
  return [
    logs,
    change(
      text`If it only needs longer, give it time`,
      patchContainer(owner, target, { [field]: { timeoutSeconds: 5, failureThreshold: 6 } }),
      owner,
    ),
  ];
}
