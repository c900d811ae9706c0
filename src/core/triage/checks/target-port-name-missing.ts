import { code, count, joinTexts, text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { patchServicePort } from '../../model/commands.ts';
import { declaredPorts, formatContainerPort, resolveTargetPort } from '../../model/pods/ports.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'target-port-name-missing',
  title: 'targetPort is a name that no container of the selected pods has',
  theme: 'ports',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'ingress-backend-unready', 'endpointslices-stale'],
  needs: ['service', 'livePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  detects:
    'spec.ports[].targetPort is a name, and no container (or sidecar) of any live selected pod declares a port of that name with the same protocol. The EndpointSlices then hold addresses without this port.',
  find({ service, livePods }) {
    if (!selectsPods(service) || livePods.length === 0) return [];
    return service.spec.ports.flatMap((port, index) => {
      if (typeof port.targetPort !== 'string' || livePods.some((pod) => resolveTargetPort(port, pod.spec) !== undefined))
        return [];
      const declared = declaredOnce(livePods.map((pod) => declaredPorts(pod.spec)));
      const usable = declared.filter((one) => one.protocol === port.protocol);
      const names = usable.map((one) => one.name).filter((name) => name !== '');
      const right =
        nearest(port.targetPort, names, 1)[0] ??
        (usable.length === 1 ? usable[0]?.name || usable[0]?.containerPort : undefined);
      const { name } = service.metadata;
      return [
        {
          say: text`Service ${code(name)} sends port ${port.port} to ${code(`targetPort: ${port.targetPort}`)}, but no container of its ${count(livePods.length, 'pod')} has a ${port.protocol} port of that name; they declare ${declared.length === 0 ? 'none' : joinTexts(declared.map((one) => code(formatContainerPort(one))))}.`,
          evidence: {
            [`spec.ports[${index}].port`]: port.port,
            [`spec.ports[${index}].targetPort`]: port.targetPort,
            'spec.containers[].ports of the pods': declared.map(formatContainerPort).join(', ') || 'none',
          },
          next: [
            right === undefined
              ? {
                  say: text`Use the number of the port on which the process listens`,
                  command: patchServicePort(service, index, 'targetPort', 'PORT'),
                }
              : {
                  say: text`Use the port that the container declares`,
                  command: patchServicePort(service, index, 'targetPort', right),
                },
            { say: text`Or give the container port the name ${code(port.targetPort)} in the pod template and roll out` },
          ],
        },
      ];
    });
  },
});

function declaredOnce<T extends { readonly name: string; readonly containerPort: number; readonly protocol: string }>(
  lists: readonly (readonly T[])[],
): readonly T[] {
  return [...new Map(lists.flat().map((port) => [`${port.name}/${port.containerPort}/${port.protocol}`, port])).values()];
}
