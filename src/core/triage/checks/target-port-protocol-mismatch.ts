import { code, text } from '../../answer/text.ts';
import { patchServicePort } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { declaredPorts } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'target-port-protocol-mismatch',
  title: "The Service's port and the container's port have different protocols",
  theme: 'ports',
  severity: 'warning',
  kind: 'cause',
  explains: ['target-port-name-missing', 'target-port-not-declared', 'no-endpoints'],
  needs: ['service', 'livePods'],
  source: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
  detects:
    'A container declares the targetPort, by name or number, but with another protocol than spec.ports[].protocol. Critical for a name (it does not resolve then), a warning for a number. Silent when it is declared with both protocols.',
  find({ service, livePods }) {
    if (!selectsPods(service)) return [];
    const declared = livePods.flatMap((pod) => declaredPorts(pod.spec));
    return service.spec.ports.flatMap((port, index) => {
      const same = declared.filter(
        (one) => (typeof port.targetPort === 'string' ? one.name : one.containerPort) === port.targetPort,
      );
      const [other] = same;
      if (other === undefined || same.some((one) => one.protocol === port.protocol)) return [];
      return [
        {
          severity: typeof port.targetPort === 'string' ? ('critical' as const) : ('warning' as const),
          say: text`Service ${code(service.metadata.name)} has port ${port.port} as ${code(port.protocol)}, but the container declares ${code(port.targetPort)} as ${code(other.protocol)}.`,
          evidence: {
            [`spec.ports[${index}].protocol`]: port.protocol,
            [`spec.ports[${index}].targetPort`]: port.targetPort,
            'spec.containers[].ports[].protocol': other.protocol,
          },
          next: [
            {
              say: text`Use the protocol that the container serves`,
              command: patchServicePort(service, index, 'protocol', other.protocol),
            },
          ],
        },
      ];
    });
  },
});
