import { code, joinTexts, text } from '../../answer/text.ts';
import type { Probe } from '../../model/kinds/pod.ts';
import { declaredPorts, formatContainerPort } from '../../model/pods/ports.ts';
import { failureMeaning, formatProbe } from '../../model/pods/probe-failure.ts';
import type { TroubleOf } from '../../model/pods/pod-trouble.ts';
import type { Service } from '../../model/kinds/service.ts';
import { forwardPort, patchContainer } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { change, describePod } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

type Trouble = TroubleOf<'probe-port'>;

export default defineCheck({
  id: 'readiness-probe-wrong-port',
  title: 'The readiness probe asks a port on which the container does not serve',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'readiness-probe-failing',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'rollout-stuck',
    'pods-restarting-often',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'podTroubles', 'events'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  detects:
    'A container runs but is not ready, and its readinessProbe or startupProbe asks a named port that it does not declare, or a number that no container declares while others are declared or the connection is refused. Silent when an HTTP status or a timeout shows that something answers on that port. Critical when no other selected pod is ready.',
  find({ service, livePods, podTroubles }) {
    return groupsOf(podTroubles, ['probe-port'], keyOf).map(({ first, pods, names, owner }) => {
      const { container, name, probe, failure, pod } = first;
      const declared = declaredPorts(pod.spec);
      const right = rightPort(first, service);
      const field = `${name}Probe`;
      return {
        severity: severityFor(livePods),
        say: text`The ${name} probe of container ${code(container.spec.name)} asks port ${code(probe.port ?? '')} (${formatProbe(probe)}), which ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} ${pods.length === 1 ? 'does' : 'do'} not declare; ${declared.length === 0 ? 'no port is declared' : text`declared: ${joinTexts(declared.map((port) => code(formatContainerPort(port))))}`}.${failure === undefined ? '' : ` The probe's last answer: ${failureMeaning(failure, probe)}.`}`,
        evidence: {
          [`spec.containers[${container.spec.name}].${field}.${probe.type}.port`]: probe.port ?? '',
          'spec.containers[].ports': declared.map(formatContainerPort).join(', ') || 'none',
          'spec.ports[].targetPort of the Service': service.spec.ports.map((port) => port.targetPort).join(', ') || 'none',
          ...(failure !== undefined && { 'last Unhealthy event': `${failure.message} (${failure.event.count} times)` }),
          pods: listNames(names),
        },
        next: [
          change(
            text`Let the probe ask the port on which the container serves`,
            patchContainer(
              owner,
              { name: container.spec.name, init: container.init },
              { [field]: { [probe.type]: { port: right ?? 'DECLARED_PORT' } } },
            ),
            owner,
          ),
          ...(right === undefined
            ? []
            : [{ say: text`See that it answers there`, command: forwardPort(pod, portNumber(first, right)) }]),
          describePod(pod),
        ],
        pods: names,
      };
    });
  },
});

function keyOf({ container, name, probe }: Trouble): string {
  return `${container.spec.name} ${name} ${probe.port}`;
}

/** The port that the Service sends to, if the container declares it; else its only one. */
function rightPort({ pod, container, probe }: Trouble, service: Service): Probe['port'] {
  const own = container.spec.ports.length > 0 ? container.spec.ports : declaredPorts(pod.spec);
  const served = own.filter((port) =>
    service.spec.ports.some((one) => one.targetPort === port.name || one.targetPort === port.containerPort),
  );
  const [right] = served.length > 0 ? served : own;
  if (right === undefined || (served.length === 0 && own.length > 1)) return undefined;
  // gRPC probes take numbers only; a name is kept where the probe used one.
  return typeof probe.port === 'string' && probe.type !== 'grpc' && right.name !== '' ? right.name : right.containerPort;
}

function portNumber({ pod }: Trouble, port: number | string): number | string {
  return declaredPorts(pod.spec).find((one) => one.name === port)?.containerPort ?? port;
}
