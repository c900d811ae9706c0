import { code, text, type Text } from '../../answer/text.ts';
import { audienceOfLoadBalancer } from '../../explain/load-balancer-audience.ts';
import { mergePatch } from '../../model/commands.ts';
import { addressOwner } from '../../model/load-balancers/address-owner.ts';
import { familiesOf, isEveryone, sourceRangesOf } from '../../model/load-balancers/source-ranges.ts';
import { isPrivateAddress } from '../../model/load-balancers/private-address.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'lb-source-ranges-narrow',
  title: 'Only certain client addresses may use the load balancer',
  theme: 'load-balancer',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service'],
  uses: ['nodes', 'namespacePods', 'clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  detects:
    'spec.loadBalancerSourceRanges (or its annotation) lets in private addresses alone at a public load balancer, a single address of a node or pod of this cluster, or no address of one IP family that the load balancer has. Silent for an internal load balancer with private ranges, and for public ranges.',
  find({ service, nodes, namespacePods, clusterPods }) {
    const { path, ranges } = sourceRangesOf(service);
    if (service.spec.type !== 'LoadBalancer' || ranges.length === 0) return [];
    const closed = familiesOf(service).filter((family) => !ranges.some((range) => range.includes(':') === (family === 'IPv6')));
    const open = ranges.some(isEveryone);
    const audience = audienceOfLoadBalancer(service);
    const ownOf = (range: string) => addressOwner(range, nodes, clusterPods ?? namespacePods);
    const own = ranges.find((range) => ownOf(range) !== undefined);
    const why: Text | undefined =
      closed[0] !== undefined
        ? text`none of them is an ${closed[0]} range, so that family is closed`
        : open
          ? undefined
          : audience === 'internet' && ranges.every((range) => isPrivateAddress(range))
            ? text`all of them are private, and clients of a public load balancer come from public addresses`
            : own !== undefined
              ? text`${code(own)} is the address of ${ownOf(own) ?? ''} in this cluster, not of a client`
              : undefined;
    if (why === undefined) return [];
    const addresses = service.status.loadBalancer.map(({ ip, hostname }) => ip ?? hostname ?? '');
    return [
      {
        say: text`The load balancer of Service ${code(service.metadata.name)} lets in ${code(listNames(ranges))} only: ${why}.`,
        evidence: {
          [path]: ranges.join(', '),
          'status.loadBalancer.ingress': addresses.join(', ') || 'empty',
        },
        next: [
          {
            say: text`Let in the addresses that the clients come from (those of their NAT gateway or proxy, if they have one)`,
            command: mergePatch(service, {
              spec: { loadBalancerSourceRanges: [...(closed.length > 0 ? ranges : []), 'CLIENT_CIDR'] },
            }),
          },
        ],
      },
    ];
  },
});
