import type { Snapshot } from '../model/snapshot.ts';
import { podPeer, type Peer } from '../network-policy/peer.ts';
import { onePort, type PortSet } from '../network-policy/port-set.ts';
import { hop, type Hop } from './hop.ts';
import type { Side } from './cases.ts';
import { outcomes } from './outcome.ts';
import type { PolicyView } from './policy-view.ts';

const SYSTEM = 'kube-system';

/**
 * Whether the callers may ask the cluster's DNS. A Service's name is of no use to a pod whose egress policies leave out
 * DNS, although its address would be. undefined when the DNS pods are not in sight.
 * Source: kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/
 */
export function dnsHop(snapshot: Snapshot, callers: readonly Side[], view: PolicyView): Hop | undefined {
  const pods = snapshot.in('pods', SYSTEM);
  const dns = pods.read ? pods.value.filter((pod) => pod.metadata.labels['k8s-app'] === 'kube-dns').map(podPeer) : [];
  if (dns.length === 0 || callers.every((side) => side.peers.length === 0)) return undefined;
  const to: Side = { end: { kind: 'Deployment', namespace: SYSTEM, name: 'the cluster DNS' }, peers: dns };
  const found = callers.flatMap((side) => outcomes(side, to, dnsPort, view));
  const blocked = found.find((one) => one.verdict === 'blocked');
  if (blocked === undefined) {
    const unclear = found.find((one) => one.verdict === 'unknown');
    if (unclear === undefined) return hop('DNS name', 'passes', 'the callers may ask the cluster DNS');
    return hop('DNS name', 'cannot tell', `whether the callers may ask the cluster DNS: ${unclear.decidedBy}`);
  }
  return hop(
    'DNS name',
    'stops here',
    `the callers cannot ask the cluster DNS (${blocked.decidedBy}): the name does not resolve, the address works`,
  );
}

/** The container may listen elsewhere than on 53 (OpenShift: 5353); policies act on that port. */
function dnsPort(peer: Peer): PortSet {
  const declared = peer.is === 'pod' ? (peer.ports ?? []) : [];
  const port = declared.find((one) => one.protocol === 'UDP' && one.name.startsWith('dns'))?.containerPort ?? 53;

  return onePort('UDP', port);
}
