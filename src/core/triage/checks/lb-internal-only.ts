import { code, text } from '../../answer/text.ts';
import { audienceOfLoadBalancer } from '../../explain/load-balancer-audience.ts';
import { annotate } from '../../model/load-balancers/balancer-commands.ts';
import { internalBecause, type InternalBecause } from '../../model/load-balancers/internal-load-balancer.ts';
import type { Service } from '../../model/kinds/service.ts';
import { defineCheck } from '../check.ts';

const SCHEME = 'service.beta.kubernetes.io/aws-load-balancer-scheme';

export default defineCheck({
  id: 'lb-internal-only',
  title: 'This load balancer is internal; the internet cannot reach it',
  theme: 'load-balancer',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service'],
  uses: ['nodes'],
  onlyAlone: true,
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
  detects:
    'The load balancer is internal: by an annotation (then it is a remark: somebody wanted it so), or because the AWS Load Balancer Controller makes internal ones unless aws-load-balancer-scheme is internet-facing, and nothing says which was wanted. Silent in a scan, and without a cloud, where a private address is normal.',
  find({ service, nodes }) {
    if (service.spec.type !== 'LoadBalancer' || service.status.loadBalancer.length === 0) return [];
    if (audienceOfLoadBalancer(service) === 'internet') return [];
    const why = internalBecause(service, nodes?.values() ?? []);
    if (why === undefined) return [];
    const { name, annotations } = service.metadata;
    const addresses = service.status.loadBalancer.map(({ ip, hostname }) => ip ?? hostname ?? '').join(', ');
    return [
      {
        severity: why.deliberate ? ('info' as const) : ('warning' as const),
        say: text`The load balancer of Service ${code(name)} is internal: clients of its own network reach ${code(addresses)}, the internet does not, because ${why.say}.`,
        evidence: {
          ...(why.annotation !== undefined && { [why.annotation]: annotations[why.annotation] ?? '' }),
          ...(!why.deliberate && { [SCHEME]: 'not set' }),
          'spec.loadBalancerClass': service.spec.loadBalancerClass ?? 'none',
          'status.loadBalancer.ingress': addresses,
        },
        next: [
          {
            say: text`If the internet is to reach it, ask for a public one (a new load balancer is made; its address changes)`,
            ...commandFor(service, why),
          },
          ...(why.deliberate
            ? []
            : [{ say: text`If it is meant to be internal, say so`, command: annotate(service, { [SCHEME]: 'internal' }) }]),
        ],
      },
    ];
  },
});

/** Only where one annotation decides; a class cannot be changed, and a private address may have several causes. */
function commandFor(service: Service, { annotation, deliberate }: InternalBecause): { readonly command?: string } {
  if (annotation === SCHEME || !deliberate) return { command: annotate(service, { [SCHEME]: 'internet-facing' }) };
  return annotation === undefined ? {} : { command: annotate(service, { [annotation]: null }) };
}
