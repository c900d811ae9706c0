import { code, text } from '../../answer/text.ts';
import { SYSTEM_NAMESPACE } from '../../model/cluster/cluster-dns.ts';
import { nameSigns } from '../../model/names/name-signs.ts';
import { allowDnsFrom, showPolicies } from '../../model/policy-commands.ts';
import { usedNames } from '../../model/names/used-names.ts';
import { cannotAskDns, opensDnsToAddresses } from '../../network-policy/dns-egress.ts';
import { defineCheck } from '../check.ts';
import { enforcementWords, policyWords, rulesAsEvidence } from '../words/guarded-words.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';
import { isUnenforced } from '../../network-policy/enforcement.ts';

export default defineCheck({
  id: 'netpol-blocks-dns',
  title: 'An egress policy without DNS keeps the pods from resolving any Service name',
  theme: 'network-policy',
  severity: 'warning',
  kind: 'cause',
  explains: ['init-container-stuck', 'readiness-probe-failing', 'pods-crash-looping'],
  needs: ['service', 'livePods', 'egressGuards', 'dnsPeers'],
  uses: ['podTroubles', 'findService', 'clusterPods'],
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/',
  detects:
    "NetworkPolicies of type Egress select live pods behind the Service, and no rule of them lets the pods ask the cluster's DNS pods on UDP 53. Critical when pods are in trouble and their last words, or a Service in their environment or command, point to a name; info when they name no Service. Silent with dnsPolicy Default or None, on the host network, and where NodeLocal DNSCache answers on the node.",
  find({ service, livePods, egressGuards, dnsPeers, podTroubles, findService, clusterPods }) {
    if (dnsPeers.onNodes) return [];
    const find = findService ?? (() => 'unknown' as const);
    const blocked = egressGuards.filter(
      (group) => cannotAskDns(group, dnsPeers.peers, dnsPeers.namespaces) && (dnsPeers.seen || !opensDnsToAddresses(group)),
    );
    return blocked.flatMap((group) => {
      const pods = group.pods.filter(({ spec }) => spec.dnsPolicy.startsWith('ClusterFirst'));
      const [first] = pods;
      if (first === undefined) return [];
      const signs = nameSigns(podTroubles ?? [], find).filter(({ pod }) => pods.includes(pod));
      const uses = usedNames(first.spec, first.metadata.namespace, find);
      const idle = clusterPods !== undefined && isUnenforced(clusterPods);
      const severity = idle || (signs.length === 0 && uses.length === 0) ? 'info' : signs.length > 0 ? 'critical' : 'warning';
      return [
        {
          severity,
          say: text`${policyWords(group)} limit${group.policies.length === 1 ? 's' : ''} what ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} may call and leave${group.policies.length === 1 ? 's' : ''} out the cluster's DNS (UDP 53 to namespace ${code(SYSTEM_NAMESPACE)}), so no Service name resolves there.${opensDnsToAddresses(group) ? ' A rule for the cluster IP of kube-dns does not help: most network plugins compare the addresses of pods.' : ''}${enforcementWords(clusterPods)}`,
          evidence: {
            ...rulesAsEvidence(group, 'egress'),
            ...(uses.length > 0 && { 'Services that they name': listNames(uses.map((one) => `${one.host} (${one.at})`)) }),
            ...(signs[0] !== undefined && { [`Pod ${signs[0].pod.metadata.name}`]: signs[0].say }),
            pods: listNames(namesOf(pods)),
          },
          next: [
            { say: text`Let the pods ask the DNS with a policy beside it`, command: allowDnsFrom(service) },
            { say: text`See what the policies say`, command: showPolicies(group.policies) },
          ],
          // Only pods that show a sign of it are explained by it; the others are said to be affected.
          pods: namesOf(signs.map(({ pod }) => pod)),
        },
      ];
    });
  },
});
