import { code, text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { localGaps } from '../../model/endpoints/local-gaps.ts';
import { isServedByOwn } from '../../model/load-balancers/load-balancer-providers.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

/** They announce an address only from nodes that have a ready endpoint. */
const announcers = ['metallb', 'kube-vip', 'cilium'] as const;

export default defineCheck({
  id: 'external-policy-local-gaps',
  title: 'externalTrafficPolicy Local drops traffic on nodes without a ready pod',
  theme: 'policy',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'slices', 'nodes'],
  uses: ['selectedPods', 'clusterPods', 'addressPools', 'events'],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  detects:
    'externalTrafficPolicy is Local, some endpoint is ready, and a ready schedulable node that load balancers may use has none. For a LoadBalancer only without healthCheckNodePort: with it the load balancer leaves such nodes out. Silent with MetalLB, kube-vip and Cilium, which announce only from nodes with endpoints.',
  find({ service, slices, nodes, selectedPods, clusterPods, addressPools, events }) {
    const { type, externalTrafficPolicy, healthCheckNodePort, ports } = service.spec;
    if (externalTrafficPolicy !== 'Local' || (type !== 'NodePort' && type !== 'LoadBalancer')) return [];
    if (type === 'LoadBalancer') {
      const announced = clusterPods === undefined || isServedByOwn(service, announcers, { events, addressPools, clusterPods });
      if ((healthCheckNodePort ?? 0) !== 0 || service.status.loadBalancer.length === 0 || announced) return [];
    }
    const found = localGaps(slices, selectedPods, nodes, true);
    if (found === undefined || found.gaps.length === 0) return [];
    const [gap = ''] = found.gaps;
    const nodePorts = ports.flatMap((port) => port.nodePort ?? []).join(', ');
    return [
      {
        say: text`Clients that come in through ${found.gaps.length === 1 ? text`node ${code(gap)}` : text`nodes ${listNames(found.gaps)}`} get no answer from Service ${code(service.metadata.name)}: ${code('externalTrafficPolicy')} is Local and no ready pod runs there.`,
        evidence: {
          'spec.externalTrafficPolicy': 'Local',
          'nodes with a ready endpoint': listNames(found.served),
          'nodes without': listNames(found.gaps),
          'spec.healthCheckNodePort': healthCheckNodePort ?? 'none',
          type,
          ...(nodePorts !== '' && { nodePort: nodePorts }),
        },
        next: [
          {
            say: text`Send traffic to the nodes with a ready pod only, or run one on every node that takes traffic (a DaemonSet, topology spread constraints)`,
          },
          {
            say: text`Or let every node pass it on (the pods then no longer see the client's address)`,
            command: mergePatch(service, { spec: { externalTrafficPolicy: 'Cluster' } }),
          },
        ],
      },
    ];
  },
});
