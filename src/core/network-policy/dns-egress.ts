import type { GuardedPods } from './admission.ts';
import { judgeDirection } from './direction.ts';
import type { NamespaceLabels } from './namespace-labels.ts';
import type { PodPeer } from './peer.ts';
import { intersect, isEmpty, onePort, type PortSet } from './port-set.ts';

/** True when no egress rule on the pods lets them ask any of the DNS pods. What is not known for sure counts as open. */
export function cannotAskDns(group: GuardedPods, dns: readonly PodPeer[], namespaces: NamespaceLabels): boolean {
  const selecting = group.policies.map((policy) => ({ policy, selects: 'yes' as const }));
  return dns.every((peer) => {
    const { possible } = judgeDirection('egress', group.peer, peer, selecting, namespaces);
    return isEmpty(intersect(possible, dnsPort(peer)));
  });
}

/** Rules with addresses may be for a DNS server outside, or for the cluster IP of kube-dns, which most plugins do not compare. */
export function opensDnsToAddresses({ policies }: GuardedPods): boolean {
  return policies.some(({ spec }) =>
    spec.egress.some(
      ({ peers, ports }) =>
        peers?.some((peer) => peer.ipBlock !== undefined) === true &&
        (ports === undefined || ports.some((one) => one.port === undefined || one.port === 53)),
    ),
  );
}

/** The container may listen elsewhere than on 53 (OpenShift: 5353); policies act on that port. */
function dnsPort({ ports = [] }: PodPeer): PortSet {
  const declared = ports.find((one) => one.protocol === 'UDP' && one.name.startsWith('dns'));
  return onePort('UDP', declared?.containerPort ?? 53);
}
