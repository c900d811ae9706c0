import { formatAge } from '../../answer/age.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import type { Node } from '../../model/kinds/cluster.ts';
import {
  hasLoadBalancerController,
  isCloudNode,
  isPendingLoadBalancer,
  loadBalancersOf,
} from '../../model/load-balancers/load-balancer.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'lb-no-controller',
  title: 'Nothing in this cluster makes load balancers',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending'],
  needs: ['service', 'events'],
  uses: ['nodes', 'allServices', 'clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  detects:
    'A LoadBalancer Service without loadBalancerClass has no address and no event at all, the nodes are of no cloud, no known controller runs, and no other LoadBalancer Service has an address. Said as likely, not certain, when the cluster could not be read as a whole.',
  find({ service, events, nodes, allServices, clusterPods, now }) {
    if (!isPendingLoadBalancer(service, events, now) || service.spec.loadBalancerClass !== undefined) return [];
    if (service.metadata.deletedAt !== undefined || events.of(service).length > 0) return [];
    // Only a controller writes a condition on the Service.
    if (service.status.conditions.length > 0) return [];
    const all = [...(nodes?.values() ?? [])];
    if (all.some(isCloudNode) || (clusterPods !== undefined && hasLoadBalancerController(clusterPods))) return [];
    const balancers = loadBalancersOf(allServices ?? []).filter((one) => one !== service);
    if (balancers.some((one) => one.status.loadBalancer.length > 0 && one.spec.loadBalancerClass === undefined)) return [];
    const certain = nodes !== undefined && allServices !== undefined && clusterPods !== undefined;
    const { name, createdAt } = service.metadata;
    return [
      {
        say: text`${certain ? 'Nothing' : 'Most likely nothing'} in this cluster gives LoadBalancer Services an address: ${code(name)} ${createdAt === undefined ? 'would wait for one for ever' : `has waited ${formatAge(now - createdAt)} without a single event from a controller`}.`,
        evidence: {
          'status.loadBalancer.ingress': 'empty',
          'events on the Service': 0,
          'spec.providerID of the nodes':
            nodes === undefined ? 'not read' : [...new Set(all.map(providerOf))].join(', ') || 'none',
          'other LoadBalancer Services': allServices === undefined ? 'not read' : `${balancers.length}, none with an address`,
        },
        next: [
          { say: installWords(all) },
          {
            say: text`Or do without: use an Ingress, or a node port`,
            command: mergePatch(service, { spec: { type: 'NodePort' } }),
          },
          ...(certain
            ? []
            : [
                {
                  say: text`Not all of the cluster was read, so a controller may run unseen: look for one`,
                  command: "kubectl get pods -A | grep -iE 'metallb|kube-vip|cloud-controller|load-balancer'",
                },
              ]),
        ],
      },
    ];
  },
});

function providerOf({ spec }: Node): string {
  return spec.providerID === '' ? 'empty' : spec.providerID.replace(/:\/\/.*$/u, '://…');
}

function installWords(nodes: readonly Node[]): Text {
  if (nodes.some((node) => node.spec.providerID.startsWith('kind://')))
    return text`On kind, run ${code('cloud-provider-kind')} beside the cluster`;
  if (nodes.some((node) => node.metadata.name.startsWith('minikube')))
    return text`On minikube, run ${code('minikube tunnel')} in another terminal`;
  return text`On bare metal, install MetalLB or kube-vip with a pool of addresses; on minikube run ${code('minikube tunnel')}`;
}
