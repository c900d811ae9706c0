import { code, text } from '../../answer/text.ts';
import type { Node } from '../../model/kinds/cluster.ts';
import { allowTo, showPolicies } from '../../model/policy-commands.ts';
import { seenAs, shutToOutside } from '../../network-policy/outside-callers.ts';
import { defineCheck } from '../check.ts';
import { enforcementWords, policyWeight, policyWords, rulesAsEvidence } from '../words/guarded-words.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

/** More nodes than this are a matter for a range. */
const MOST_NODES = 5;

export default defineCheck({
  id: 'netpol-blocks-external-clients',
  title: 'The NetworkPolicy admits only pods; traffic of the load balancer or node port is dropped',
  theme: 'network-policy',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods', 'guardedPods', 'nodes'],
  uses: ['ingresses', 'routes', 'clusterPods'],
  source: 'https://kubernetes.io/docs/tutorials/services/source-ip/',
  detects:
    "The Service is of type NodePort or LoadBalancer, and the rules that open its target port have peers for pods only, or ipBlocks that hold no node's address (externalTrafficPolicy Cluster, where pods see the node as the caller). A warning: what the pods see depends on the network plugin and the load balancer. Silent when an Ingress or route leads to the Service, because its controller may be the only caller.",
  find({ service, livePods, guardedPods, nodes, ingresses, routes, clusterPods }) {
    const { type, externalTrafficPolicy } = service.spec;
    if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
    if ((ingresses?.length ?? 0) > 0 || (routes?.length ?? 0) > 0) return [];
    return guardedPods.flatMap((group) => {
      const [target] = shutToOutside(group, service, nodes.values());
      if (target === undefined) return [];
      const { port, number } = target;
      const source = seenAs(service);
      const cidrs = source === 'nodes' ? nodeCidrs([...nodes.values()]) : ['CLIENT_CIDR'];
      return [
        {
          severity: policyWeight(group.pods, livePods, clusterPods, 'warning'),
          say: text`Service ${code(service.metadata.name)} is of type ${type}, but ${policyWords(group)} let${group.policies.length === 1 ? 's' : ''} only pods reach ${howMany(group.pods, livePods)} on ${code(`${port.protocol} ${number}`)}: traffic from outside arrives with the address of ${source === 'nodes' ? 'a node' : 'the client or load balancer'} and is dropped.${enforcementWords(clusterPods)}`,
          evidence: {
            'spec.type': type,
            'spec.externalTrafficPolicy': externalTrafficPolicy ?? 'Cluster',
            ...rulesAsEvidence(group),
            ...(source === 'nodes' && { 'node addresses': listNames(cidrs) }),
          },
          next: [
            {
              say:
                source === 'nodes'
                  ? text`Let the nodes in with a policy beside it (one range that holds them all is better: nodes come and go)`
                  : text`Let the clients in with a policy beside it: put their range in place of ${code('CLIENT_CIDR')}`,
              command: allowTo(
                service,
                'outside',
                cidrs.slice(0, MOST_NODES).map((cidr) => ({ ipBlock: { cidr } })),
                [{ protocol: port.protocol, number }],
              ),
            },
            { say: text`See what the policies say`, command: showPolicies(group.policies) },
          ],
          pods: namesOf(group.pods),
        },
      ];
    });
  },
});

function nodeCidrs(nodes: readonly Node[]): readonly string[] {
  return nodes
    .flatMap((node) => node.status.addresses.filter((one) => one.type === 'InternalIP'))
    .map(({ address }) => `${address}/${address.includes(':') ? 128 : 32}`);
}
