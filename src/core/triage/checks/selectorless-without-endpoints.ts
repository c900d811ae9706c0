import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { isNameOnly } from '../../model/endpoints/name-only.ts';
import { straySlices } from '../../model/endpoints/stray-slices.ts';
import { SERVICE_NAME_LABEL } from '../../model/kinds/endpoint-slice.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'selectorless-without-endpoints',
  title: 'The Service has no selector and nobody supplies its endpoints',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'slices'],
  uses: ['namespaceSlices', 'namespaceServices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  detects:
    'spec.selector is empty, the type is not ExternalName, and no EndpointSlice with endpoints is labelled for it. Silent for default/kubernetes and for a Service that an operator owns and uses as a name only.',
  find({ service, slices, namespaceSlices = [], namespaceServices = [] }) {
    const { name, namespace } = service.metadata;
    if (service.spec.type === 'ExternalName' || Object.keys(service.spec.selector).length > 0) return [];
    if (slices.some((slice) => slice.endpoints.length > 0)) return [];
    if ((namespace === 'default' && name === 'kubernetes') || isNameOnly(service)) return [];
    const names = new Set(namespaceServices.map((one) => one.metadata.name));
    const [stray] = straySlices(name, namespaceSlices, names);
    const label = stray?.metadata.labels[SERVICE_NAME_LABEL];
    return [
      {
        say: text`Service ${code(name)} has no ${code('spec.selector')}, so the control plane makes no endpoints for it, and no EndpointSlice with addresses carries the label ${code(`kubernetes.io/service-name=${name}`)}${stray === undefined ? '' : text`: EndpointSlice ${code(stray.metadata.name)} ${label === undefined ? 'has no such label' : text`says ${code(label)}`}`}.`,
        evidence: {
          'spec.selector': '{}',
          'endpointslices labelled for it': slices.length,
          ...(stray !== undefined && { [`EndpointSlice ${stray.metadata.name} label`]: label ?? 'absent' }),
        },
        next: [
          {
            say:
              stray === undefined
                ? text`If an EndpointSlice was made by hand, give it the label`
                : text`Give the EndpointSlice the label of this Service`,
            command: `kubectl label endpointslice ${stray === undefined ? 'SLICE' : quote(stray.metadata.name)} -n ${quote(namespace)} kubernetes.io/service-name=${quote(name)} --overwrite`,
          },
          {
            say: text`If pods of this namespace are meant, add a selector`,
            command: `kubectl set selector service ${quote(name)} -n ${quote(namespace)} app=NAME`,
          },
        ],
      },
    ];
  },
});
