import { code, text } from '../../answer/text.ts';
import { isPrivateAddress } from '../../model/load-balancers/private-address.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'node-port-unreachable-nodes',
  title: 'The nodes have only private addresses, so the node port cannot be reached from the internet',
  theme: 'load-balancer',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'nodes'],
  onlyAlone: true,
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  detects:
    'A NodePort Service where no node has an address of type ExternalIP or any public address. A firewall before the nodes cannot be seen.',
  find({ service, nodes }) {
    const addresses = [...nodes.values()]
      .flatMap((node) => node.status.addresses)
      .filter(({ type }) => type === 'InternalIP' || type === 'ExternalIP');
    if (service.spec.type !== 'NodePort' || addresses.length === 0) return [];
    if (addresses.some(({ type, address }) => type === 'ExternalIP' || !isPrivateAddress(address))) return [];
    const ports = service.spec.ports.flatMap((port) =>
      port.nodePort === undefined ? [] : [`${port.port} → ${port.nodePort}`],
    );
    const [first] = addresses;
    const open = service.spec.ports.find((port) => port.nodePort !== undefined)?.nodePort;
    return [
      {
        say: text`All nodes have private addresses only, so the internet cannot reach the node port of Service ${code(service.metadata.name)}; clients of the same network use a node's address with the ${code('nodePort')}, not with the Service's port. Whether a firewall stands between cannot be seen.`,
        evidence: {
          'status.addresses[InternalIP]': listNames(addresses.map(({ address }) => address)),
          'status.addresses[ExternalIP]': 'none',
          'port → nodePort': ports.join(', '),
        },
        next: [
          {
            say: text`Try it from a machine of the nodes' network`,
            ...(open !== undefined && {
              command: `nc -vz ${first?.address.includes(':') === true ? `'${first.address}'` : (first?.address ?? '')} ${open}`,
            }),
          },
          {
            say: text`For the internet use an Ingress, a Gateway or type LoadBalancer; open the port in the nodes' firewall where there is one`,
          },
        ],
      },
    ];
  },
});
