import { code, text } from '../../answer/text.ts';
import { EXCLUDE_LABEL, exclusionOf } from '../../model/load-balancers/balancer-nodes.ts';
import { quote } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { loadBalancerEvents } from '../../model/load-balancers/load-balancer-events.ts';
import { cloudOf, hasPodTargets, isServedByOwn } from '../../model/load-balancers/load-balancer-providers.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'lb-nodes-excluded',
  title: 'The nodes are excluded from load balancers',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending', 'lb-provisioning-failed'],
  needs: ['service', 'nodes'],
  uses: ['slices', 'events', 'clusterPods', 'addressPools'],
  source:
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#node-kubernetes-io-exclude-from-external-load-balancers',
  detects:
    'Every node has the label node.kubernetes.io/exclude-from-external-load-balancers or is about to be deleted, and the load balancer is one that heeds it (a cloud, MetalLB) or did not come. A warning when with externalTrafficPolicy Local all ready endpoints are on such nodes while others take the traffic.',
  find({ service, nodes, slices, events, clusterPods, addressPools, now }) {
    if (service.spec.type !== 'LoadBalancer' || nodes.size === 0 || hasPodTargets(service)) return [];
    const excluded = [...nodes.values()].filter((node) => exclusionOf(node) !== undefined);
    const [first] = excluded;
    if (first === undefined) return [];
    const { name } = service.metadata;
    const names = excluded.map((node) => node.metadata.name);
    const said = events === undefined ? [] : loadBalancerEvents(service, events);
    const unavailable = said.find((event) => event.reason === 'UnAvailableLoadBalancer');
    const byMetallb =
      isServedByOwn(service, ['metallb'], { events, addressPools, clusterPods }) &&
      !said.some((event) => event.reason === 'nodeAssigned');
    const all = excluded.length === nodes.size;
    const onNodes = [...new Set(countEndpoints(slices ?? []).ready.flatMap((endpoint) => endpoint.nodeName ?? []))];
    const heeds =
      unavailable !== undefined ||
      byMetallb ||
      cloudOf(nodes.values()) !== undefined ||
      (said.length > 0 && isPendingLoadBalancer(service, events, now));
    const local =
      service.spec.externalTrafficPolicy === 'Local' && onNodes.length > 0 && onNodes.every((one) => names.includes(one));
    if (!(all ? heeds : local)) return [];
    return [
      {
        severity: all ? ('critical' as const) : ('warning' as const),
        say: all
          ? text`No node takes traffic for the load balancer of Service ${code(name)}: ${names.length === 1 ? 'the only node' : `all ${names.length} nodes`} (${listNames(names)}) ${names.length === 1 ? 'is' : 'are'} excluded from load balancers.`
          : text`All ready endpoints of Service ${code(name)} are on nodes that are excluded from load balancers (${listNames(onNodes)}), and with ${code('externalTrafficPolicy')} Local no other node passes traffic to them.`,
        evidence: {
          'excluded nodes': listNames(excluded.map((node) => `${node.metadata.name} (${exclusionOf(node)})`)),
          'nodes in all': nodes.size,
          'nodes of the endpoints': listNames(onNodes) || 'none',
          ...(unavailable !== undefined && { [unavailable.reason]: unavailable.message }),
        },
        next: [
          exclusionOf(first) === EXCLUDE_LABEL
            ? { say: text`Take the label away`, command: `kubectl label node ${quote(first.metadata.name)} ${EXCLUDE_LABEL}-` }
            : {
                say: text`The autoscaler is about to delete these nodes; see why no others come`,
                command: 'kubectl get nodes',
              },
        ],
      },
    ];
  },
});
