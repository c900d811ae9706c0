import { code, text } from '../../answer/text.ts';
import { deprecatedIn } from '../../model/deprecated.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'deprecated-api-or-field',
  title: 'The Service relies on something deprecated',
  theme: 'policy',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service'],
  uses: ['slices', 'ingresses'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  detects:
    'spec.loadBalancerIP, trafficDistribution PreferClose, the annotations topology-aware-hints, tolerate-unready-endpoints and cloud.google.com/load-balancer-type, kubernetes.io/ingress.class on an Ingress that leads here, an Endpoints object made by hand (its mirrored slices show it), and more than 1000 endpoints, of which an Endpoints object shows 1000 only.',
  find({ service, slices, ingresses }) {
    const { name, namespace } = service.metadata;
    const found = deprecatedIn(service, slices ?? [], ingresses ?? []);
    const [first] = found;
    if (first === undefined) return [];
    return [
      {
        say: text`Service ${code(name)} relies on ${code(first.what)}${first.object === undefined ? '' : text` (${first.object})`}, which is deprecated${first.since === undefined ? '' : text` since Kubernetes ${first.since}`}; ${first.instead}.`,
        evidence: Object.fromEntries(found.map((one) => [one.what, one.value])),
        next: found.map((one) => ({
          say: text`${one.what}: ${one.instead}`,
          ...(one === first && {
            command: `kubectl edit ${one.object === undefined ? `service ${quote(name)}` : one.object.replace(/^\w+/u, (kind) => kind.toLowerCase())} -n ${quote(namespace)}`,
          }),
        })),
      },
    ];
  },
});
