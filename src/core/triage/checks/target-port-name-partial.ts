import { code, text } from '../../answer/text.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { getPods } from '../../model/commands.ts';
import { resolveTargetPort } from '../../model/pods/ports.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'target-port-name-partial',
  title: "Only some of the pods have a port of the targetPort's name",
  theme: 'ports',
  severity: 'warning',
  kind: 'cause',
  explains: ['some-endpoints-not-ready'],
  needs: ['service', 'livePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  detects:
    'spec.ports[].targetPort is a name that some live selected pods resolve and others do not. Silent when it resolves everywhere, even to different numbers.',
  find({ service, livePods }) {
    if (!selectsPods(service)) return [];
    return service.spec.ports.flatMap((port, index) => {
      if (typeof port.targetPort !== 'string') return [];
      const without = livePods.filter((pod) => resolveTargetPort(port, pod.spec) === undefined);
      if (without.length === 0 || without.length === livePods.length) return [];
      return [
        {
          say: text`${without.length} of the ${livePods.length} pods of Service ${code(service.metadata.name)} have no container port named ${code(port.targetPort)}: they get no traffic on port ${port.port} although they may be ready.`,
          evidence: {
            [`spec.ports[${index}].targetPort`]: port.targetPort,
            'pods without it': without
              .slice(0, 5)
              .map((pod) => pod.metadata.name)
              .join(', '),
          },
          next: [
            {
              say: text`Declare the port name in every pod template; keep the old name until the rollout has finished, then change the Service`,
            },
            {
              say: text`See which pods these are`,
              command: getPods(service.metadata.namespace, service.spec.selector, ' --show-labels'),
            },
          ],
          pods: without.map((pod) => pod.metadata.name),
        },
      ];
    });
  },
});
