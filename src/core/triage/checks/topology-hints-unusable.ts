import { code, text } from '../../answer/text.ts';
import { zoneOfNode } from '../../model/load-balancers/balancer-nodes.ts';
import { mergePatch } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { topologyWish } from '../../model/endpoints/topology-wish.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'topology-hints-unusable',
  title: 'Zone-aware routing is asked for but not in force',
  theme: 'policy',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'slices'],
  uses: ['nodes', 'events'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/#safeguards',
  detects:
    'trafficDistribution or the annotation service.kubernetes.io/topology-mode is set, endpoints are ready, and none of them has hints. Tells the event TopologyAwareHintsDisabled and the zones of nodes and endpoints. Silent with hints, and in a single zone.',
  find({ service, slices, nodes, events }) {
    const wish = topologyWish(service);
    const { ready } = countEndpoints(slices);
    if (wish === undefined || ready.length === 0 || service.spec.type === 'ExternalName') return [];
    if (slices.some((slice) => slice.endpoints.some((one) => one.hintedZones.length + one.hintedNodes.length > 0))) return [];
    const zonesOfNodes = [...(nodes?.values() ?? [])].map(zoneOfNode);
    const zonesOfEndpoints = ready.map((endpoint) => endpoint.zone);
    const zones = [...new Set([...zonesOfNodes, ...zonesOfEndpoints])];
    // One zone, and everything in it: there is nothing to route by.
    if (zones.length === 1 && zones[0] !== undefined) return [];
    const withoutZone = [...(nodes?.values() ?? [])]
      .filter((node) => zoneOfNode(node) === undefined)
      .map((node) => node.metadata.name);
    const event = events?.of(service).find((one) => /^TopologyAware(?:HintsDisabled|RoutingDisabled)/u.test(one.reason));
    const why =
      event !== undefined
        ? text`: ${code(shortMessage(event.message))}`
        : withoutZone.length > 0
          ? text`: ${withoutZone.length === 1 ? 'node' : 'nodes'} ${listNames(withoutZone)} ${withoutZone.length === 1 ? 'has' : 'have'} no label ${code('topology.kubernetes.io/zone')}`
          : ready.some((endpoint) => endpoint.zone === undefined)
            ? text`: some endpoints have no zone`
            : '';
    return [
      {
        say: text`Service ${code(service.metadata.name)} asks for endpoints near the caller (${code(wish.path)}: ${wish.value}), but its endpoints carry no hints, so traffic goes to all zones alike${why}.`,
        evidence: {
          [wish.path]: wish.value,
          'endpoints[].hints': 'none',
          ...(event !== undefined && { [event.reason]: shortMessage(event.message) }),
          'zones of the nodes': nodes === undefined ? 'not read' : tally(zonesOfNodes),
          'zones of the ready endpoints': tally(zonesOfEndpoints),
        },
        next: [
          ...(withoutZone.length > 0
            ? [{ say: text`Label the nodes with their zone: ${code('topology.kubernetes.io/zone')}` }]
            : []),
          wish.path === 'spec.trafficDistribution'
            ? { say: text`See that every endpoint has a zone: its node has the label` }
            : {
                say: text`Run three or more endpoints in each zone, or use the field that has no such limits`,
                command: mergePatch(service, { spec: { trafficDistribution: 'PreferSameZone' } }),
              },
        ],
      },
    ];
  },
});

function tally(zones: readonly (string | undefined)[]): string {
  const groups = Map.groupBy(zones, (zone) => zone ?? 'no zone');
  return (
    [...groups]
      .map(([zone, list]) => `${zone}: ${list.length}`)
      .sort()
      .join(', ') || 'none'
  );
}
