import { code, text, type Text } from '../../answer/text.ts';
import type { Node } from '../../model/kinds/cluster.ts';
import { mergePatch } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isHeadless, type Service } from '../../model/kinds/service.ts';
import { nodesPerZone, thinZone, zoneShares } from '../../model/endpoints/zone-shares.ts';
import { topologyWish } from '../../model/endpoints/topology-wish.ts';
import { defineCheck, type Draft } from '../check.ts';

export default defineCheck({
  id: 'traffic-lopsided',
  title: 'Traffic gathers on few pods',
  theme: 'policy',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'slices'],
  uses: ['nodes'],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  detects:
    'With zone-aware routing a zone has ready endpoints for less than half of its share of the nodes (one pod carries a zone). As a remark: ClientIP affinity behind a load balancer with externalTrafficPolicy Cluster, and gRPC on a cluster IP, where connections are balanced and not calls. Silent with fewer than two zones or endpoints.',
  find({ service, slices, nodes }) {
    const { spec } = service;
    const { ready } = countEndpoints(slices);
    if (ready.length < 2 || spec.type === 'ExternalName' || isHeadless(service)) return [];
    const hinted = slices.some((slice) => slice.endpoints.some((one) => one.hintedZones.length > 0));
    const zoneAware =
      nodes !== undefined && (hinted || /^Prefer(?:Close|SameZone|SameNode)$/u.test(spec.trafficDistribution ?? ''));
    if (zoneAware) {
      const draft = ofZones(service, nodes, zoneShares(ready, nodesPerZone(nodes)));
      if (draft !== undefined) return [draft];
    }
    return [...ofAffinity(service, ready.length), ...ofGrpc(service, ready.length)].slice(0, 1);
  },
});

function ofZones(service: Service, nodes: ReadonlyMap<string, Node>, shares: ReturnType<typeof zoneShares>): Draft | undefined {
  const thin = thinZone(shares);
  if (thin === undefined) return undefined;
  const wish = topologyWish(service);
  const pods = thin.endpoints === 1 ? text`one pod` : text`${thin.endpoints} pods`;
  return {
    say: text`In zone ${code(thin.zone)} ${pods} of Service ${code(service.metadata.name)} ${thin.endpoints === 1 ? 'carries' : 'carry'} the traffic of ${thin.nodes} of ${nodes.size} nodes, because traffic stays in its zone${wish === undefined ? '' : text` (${code(wish.path)}: ${wish.value})`}.`,
    evidence: {
      ...Object.fromEntries(shares.map((one) => [one.zone, `${one.endpoints} ready endpoints, ${one.nodes} nodes`])),
      ...(wish !== undefined && { [wish.path]: wish.value }),
    },
    next: [
      {
        say: text`Spread the pods over the zones: ${code('topologySpreadConstraints')} with ${code('topology.kubernetes.io/zone')}`,
      },
      ...(service.spec.trafficDistribution === undefined
        ? []
        : [{ say: text`Or let traffic cross zones`, command: mergePatch(service, { spec: { trafficDistribution: null } }) }]),
    ],
  };
}

function ofAffinity(service: Service, ready: number): readonly Draft[] {
  const { spec } = service;
  if (spec.sessionAffinity !== 'ClientIP' || spec.type !== 'LoadBalancer' || spec.externalTrafficPolicy === 'Local') return [];
  const seconds = spec.sessionAffinityTimeoutSeconds ?? 10_800;
  return [
    remark(
      text`Service ${code(service.metadata.name)} keeps each client address on one pod for ${seconds} s, and behind its load balancer many clients may look like a few addresses: their traffic gathers on few pods.`,
      {
        'spec.sessionAffinity': 'ClientIP',
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds': seconds,
        'spec.externalTrafficPolicy': spec.externalTrafficPolicy ?? 'Cluster',
        'endpoints ready': ready,
      },
      [
        { say: text`Drop the affinity`, command: mergePatch(service, { spec: { sessionAffinity: 'None' } }) },
        {
          say: text`Or keep the clients' addresses`,
          command: mergePatch(service, { spec: { externalTrafficPolicy: 'Local' } }),
        },
      ],
    ),
  ];
}

function ofGrpc(service: Service, ready: number): readonly Draft[] {
  const port = service.spec.ports.find((one) =>
    /\bgrpc\b|^h2c$|kubernetes\.io\/h2c/iu.test(`${one.name} ${one.appProtocol ?? ''}`),
  );
  if (port === undefined || service.spec.clusterIP === '') return [];
  return [
    remark(
      text`Port ${code(port.name || port.port)} of Service ${code(service.metadata.name)} speaks gRPC, whose connections live long: a cluster IP balances connections and not calls, so a client may stay on one pod.`,
      {
        'spec.ports[].name': port.name || String(port.port),
        ...(port.appProtocol !== undefined && { 'spec.ports[].appProtocol': port.appProtocol }),
        'endpoints ready': ready,
      },
      [{ say: text`Balance in the client with a headless Service, or use a mesh or a Gateway that balances calls` }],
    ),
  ];
}

function remark(say: Text, evidence: Draft['evidence'], next: Draft['next']): Draft {
  return { severity: 'info', say, evidence, next };
}
