import { code, joinTexts, text } from '../../answer/text.ts';
import { patchServicePort, quote } from '../../model/commands.ts';
import type { Container, Pod } from '../../model/kinds/pod.ts';
import { isHeadless, selectsPods } from '../../model/kinds/service.ts';
import { declaredPorts, formatContainerPort } from '../../model/pods/ports.ts';
import { servingContainers } from '../../model/pods/pod-state.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'target-port-not-declared',
  title: 'No container declares the targetPort; traffic works only if a process listens there anyway',
  theme: 'ports',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#is-the-service-defined-correctly',
  detects:
    'targetPort is a number, the live selected pods declare container ports of that protocol, and none declares this number. containerPort is informational, so it is silent when args, command, env or a probe of a container name the number.',
  find({ service, livePods }) {
    if (!selectsPods(service) || isHeadless(service) || livePods.length === 0) return [];
    return service.spec.ports.flatMap((port, index) => {
      const target = port.targetPort;
      if (typeof target !== 'number') return [];
      const declared = uniquePorts(livePods);
      const sameProtocol = declared.filter((one) => one.protocol === port.protocol);
      if (sameProtocol.length === 0 || declared.some((one) => one.containerPort === target)) return [];
      if (livePods.some((pod) => servingContainers(pod.spec).some((container) => mentions(container, target)))) return [];
      const swapped = sameProtocol.some((one) => one.containerPort === port.port);
      const [only] = sameProtocol;
      const right = swapped ? port.port : sameProtocol.length === 1 ? only?.containerPort : undefined;
      const { name, namespace } = service.metadata;
      const pod = livePods[0]?.metadata.name ?? 'POD';
      return [
        {
          say: text`Service ${code(name)} sends port ${port.port} to ${code(`targetPort: ${target}`)}, which no container declares (declared: ${joinTexts(declared.map((one) => code(formatContainerPort(one))))}). That works only if a process listens on ${target} all the same.${swapped ? ' port and targetPort look swapped.' : ''}`,
          evidence: {
            [`spec.ports[${index}].port`]: port.port,
            [`spec.ports[${index}].targetPort`]: target,
            'spec.containers[].ports of the pods': declared.map(formatContainerPort).join(', '),
          },
          next: [
            {
              say: text`See whether something listens there`,
              command: `kubectl port-forward ${quote(pod)} -n ${quote(namespace)} 8080:${target}`,
            },
            ...(right === undefined
              ? []
              : [{ say: text`If not, use the declared port`, command: patchServicePort(service, index, 'targetPort', right) }]),
          ],
        },
      ];
    });
  },
});

function uniquePorts(pods: readonly Pod[]) {
  const ports = pods.flatMap((pod) => declaredPorts(pod.spec));
  return [...new Map(ports.map((port) => [`${port.containerPort}/${port.protocol}`, port])).values()];
}

/** The number stands in the container's own words, or a probe asks it: then the process knows the port. */
function mentions(container: Container, port: number): boolean {
  const word = new RegExp(`(^|[^0-9])${port}([^0-9]|$)`, 'u');
  const words = [...container.command, ...container.args, ...container.env.map((entry) => entry.value)];
  const probes = [container.readinessProbe, container.livenessProbe, container.startupProbe];
  return words.some((one) => word.test(one)) || probes.some((probe) => probe?.port === port);
}
