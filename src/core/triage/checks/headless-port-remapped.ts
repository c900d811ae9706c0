import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { resolveTargetPort } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'headless-port-remapped',
  title: "A headless Service does not translate ports; callers must use the pod's port",
  theme: 'stateful',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods', 'slices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  detects:
    'clusterIP is None, and a port differs from the number to which its targetPort resolves: DNS gives the addresses of pods, and no proxy translates the port. Silent without endpoints.',
  find({ service, livePods, slices }) {
    const { ready, notReady } = countEndpoints(slices);
    if (!isHeadless(service) || ready.length + notReady.length === 0) return [];
    const remapped = service.spec.ports.flatMap((port, index) => {
      const number = livePods
        .map((pod) => resolveTargetPort(port, pod.spec))
        .find((one) => one !== undefined && one !== port.port);
      return number === undefined ? [] : [{ port, index, number }];
    });
    const [first] = remapped;
    if (first === undefined) return [];
    const { name, namespace } = service.metadata;
    const patch = remapped.map(({ index, number }) => ({ op: 'replace', path: `/spec/ports/${index}/port`, value: number }));
    return [
      {
        say: text`Headless Service ${code(name)} says port ${first.port.port}, but its pods serve on ${first.number}: its name leads callers straight to the pods, and no proxy translates ${first.port.port} to ${first.number}.`,
        evidence: {
          'spec.clusterIP': 'None',
          ...Object.fromEntries(
            remapped.flatMap(({ port, index, number }) => [
              [`spec.ports[${index}].port`, port.port],
              [
                `spec.ports[${index}].targetPort`,
                port.targetPort === number ? number : `${port.targetPort} (${number} in the pods)`,
              ],
            ]),
          ),
        },
        next: [
          {
            say: text`Callers use port ${first.number} (${code(`${name}.${namespace}:${first.number}`)}); or let the Service say the same number`,
          },
          {
            say: text`Set the port to what the pods serve on`,
            command: `kubectl patch service ${quote(name)} -n ${quote(namespace)} --type=json -p ${quote(JSON.stringify(patch))}`,
          },
          { say: text`For a translated port use a second Service with a cluster IP` },
        ],
      },
    ];
  },
});
