import { code, text } from '../../answer/text.ts';
import { fullName, holdersOf, isSame, sharePort, type Held } from '../../model/load-balancers/address-holders.ts';
import { normalAddress } from '../../model/load-balancers/address-ranges.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'external-ips-used',
  title: 'The Service uses spec.externalIPs, which the cluster neither assigns nor routes',
  theme: 'load-balancer',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service'],
  uses: ['nodes', 'allServices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  detects:
    'spec.externalIPs is not empty. Says whether a node has the address, and whether another Service has it too with the same port (CVE-2020-8554: traffic can be taken over). The field is deprecated since Kubernetes 1.36.',
  find({ service, nodes, allServices }) {
    const { externalIPs } = service.spec;
    const [first] = externalIPs;
    if (first === undefined || service.spec.type === 'ExternalName') return [];
    const { name, namespace } = service.metadata;
    const nodeOf = (address: string) =>
      [...(nodes?.values() ?? [])].find((node) =>
        node.status.addresses.some((one) => normalAddress(one.address) === normalAddress(address)),
      );
    const homeless = nodes === undefined ? [] : externalIPs.filter((address) => nodeOf(address) === undefined);
    const clash = externalIPs
      .flatMap((address): readonly (Held & { address: string })[] =>
        holdersOf(address, allServices ?? []).map((held) => ({ ...held, address })),
      )
      .find((held) => !isSame(held.service, service) && sharePort(held.service, service));
    const trouble =
      clash !== undefined
        ? text`Service ${code(fullName(clash.service))} has ${code(clash.address)} with the same port, and one takes the traffic of the other`
        : homeless.length > 0
          ? text`no node has ${code(listNames(homeless))}, so traffic comes only if something outside routes it to a node`
          : text`nothing moves an address to another node when its node fails`;
    return [
      {
        say: text`Service ${code(name)} uses ${code('spec.externalIPs')} (${listNames(externalIPs)}), which Kubernetes neither assigns nor routes: ${trouble}.`,
        evidence: {
          'spec.externalIPs': externalIPs.join(', '),
          'nodes with these addresses':
            nodes === undefined
              ? 'not read'
              : listNames(externalIPs.flatMap((address) => nodeOf(address)?.metadata.name ?? [])) || 'none',
          ...(clash !== undefined && { 'also at': `${fullName(clash.service)} (${clash.field})` }),
        },
        next: [
          { say: text`Use type LoadBalancer instead (MetalLB on own machines)` },
          {
            say: text`Then take the field away: it is deprecated since Kubernetes 1.36`,
            command: `kubectl patch service ${quote(name)} -n ${quote(namespace)} --type=json -p '[{"op":"remove","path":"/spec/externalIPs"}]'`,
          },
        ],
      },
    ];
  },
});
