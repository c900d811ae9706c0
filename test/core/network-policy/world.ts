import { load } from 'js-yaml';
import type { NetworkPolicy } from '../../../src/core/model/kinds/network-policy.ts';
import { observed } from '../../../src/core/model/observed.ts';
import { parseRange } from '../../../src/core/network-policy/cidr.ts';
import { connection, type Connection } from '../../../src/core/network-policy/connection.ts';
import { namespaceLabels } from '../../../src/core/network-policy/namespace-labels.ts';
import { podPeer, type Peer } from '../../../src/core/network-policy/peer.ts';
import { formatPorts } from '../../../src/core/network-policy/port-set.ts';
import { projections } from '../../../src/read/project/projections.ts';
import { raw } from '../../../src/read/project/raw.ts';

/** Three namespaces with a few pods, small enough to keep in mind while reading the table. */
const namespaces = `
- {metadata: {name: shop, labels: {team: web, kubernetes.io/metadata.name: shop}}}
- {metadata: {name: data, labels: {team: db, env: prod, kubernetes.io/metadata.name: data}}}
- {metadata: {name: ops, labels: {team: ops, env: prod}}}
`;

const pods = `
- {metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}, spec: {nodeName: node-1, containers: [{ports: [{name: http, containerPort: 8080}]}]}, status: {podIP: 10.244.1.1}}
- {metadata: {name: api, namespace: shop, labels: {app: api, tier: back}}, spec: {nodeName: node-1, containers: [{ports: [{name: http, containerPort: 9090}, {name: metrics, containerPort: 9100}]}]}, status: {podIP: 10.244.1.2}}
- {metadata: {name: job, namespace: shop}, spec: {nodeName: node-2, containers: [{}]}, status: {podIP: 10.244.2.3}}
- {metadata: {name: db, namespace: data, labels: {app: db}}, spec: {nodeName: node-2, containers: [{ports: [{name: pg, containerPort: 5432}, {name: gossip, containerPort: 7946, protocol: UDP}]}]}, status: {podIP: 10.244.2.1, podIPs: [{ip: 10.244.2.1}, {ip: 'fd00:10:244:2::1'}]}}
- {metadata: {name: cache, namespace: data, labels: {app: cache, tier: back}}, spec: {nodeName: node-1, initContainers: [{restartPolicy: Always, ports: [{name: proxy, containerPort: 15001}]}, {ports: [{name: setup, containerPort: 99}]}], containers: [{ports: [{name: redis, containerPort: 6379}]}]}, status: {podIP: 10.244.1.4}}
- {metadata: {name: prom, namespace: ops, labels: {app: prom}}, spec: {nodeName: node-2, containers: [{}]}, status: {podIP: 10.244.2.5}}
- {metadata: {name: dns, namespace: ops, labels: {k8s-app: kube-dns}}, spec: {nodeName: node-1, containers: [{ports: [{name: dns, containerPort: 53, protocol: UDP}, {name: dns-tcp, containerPort: 53}]}]}, status: {podIP: 10.244.1.53}}
- {metadata: {name: agent, namespace: ops, labels: {app: agent}}, spec: {hostNetwork: true, nodeName: node-3, containers: [{}]}, status: {hostIP: 10.0.0.3, podIP: 10.0.0.3}}
- {metadata: {name: agent-1, namespace: ops, labels: {app: agent}}, spec: {hostNetwork: true, nodeName: node-1, containers: [{}]}, status: {hostIP: 10.0.0.1, podIP: 10.0.0.1}}
`;

const list = (yaml: string) => (load(yaml) as readonly unknown[]).map(raw);
const peers = new Map<string, Peer>(
  list(pods).map((object) => {
    const pod = projections.pods(object);
    return [`${pod.metadata.namespace}/${pod.metadata.name}`, podPeer(pod)];
  }),
);
export const podNames = [...peers.keys()];
export const knownNamespaces = namespaceLabels(observed(list(namespaces).map((object) => projections.namespaces(object))));

/** A pod as `shop/web`, an address or CIDR, or a node's own address as `node-1=10.0.0.1`. */
export function peer(name: string): Peer {
  const pod = peers.get(name);
  if (pod !== undefined) return pod;
  const [address = '', node] = name.split('=').reverse();
  const range = parseRange(address);
  if (range === undefined) throw new Error(`there is no pod ${name}`);
  return node === undefined ? { is: 'addresses', range } : { is: 'addresses', range, node };
}

/** `shop/allow: {podSelector: {}, …}`: namespace, name and the spec as the API takes it; its defaults are applied. */
export function policy(words: string): NetworkPolicy {
  const [key = '', spec] = Object.entries(load(words) as Record<string, unknown>)[0] ?? [];
  const [namespace, name] = key.split('/');
  return projections.networkpolicies(raw({ metadata: { namespace, name }, spec }));
}

export function between(from: string, to: string, policies: readonly NetworkPolicy[]): Connection {
  return connection(peer(from), peer(to), policies, knownNamespaces);
}

/** `all`, `none`, `TCP 80, UDP 53`; what cannot be told follows a question mark: `TCP 80 ? all`. */
export function say({ certain, possible }: Connection): string {
  const [sure, perhaps] = [certain, possible].map((set) => formatPorts(set).join(', ') || 'none');
  return sure === perhaps ? String(sure) : `${sure} ? ${perhaps}`;
}
