import { code, text } from '../../answer/text.ts';
import { isLive, isReady } from '../../model/pods/pod-state.ts';
import { mergePatch } from '../../model/commands.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { getServiceYaml } from '../../model/load-balancers/balancer-commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { defineCheck } from '../check.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'ip-family-mismatch',
  title: "The Service's IP family is one that the pods do not have",
  theme: 'ip',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'endpointslices-stale', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods'],
  uses: ['slices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/',
  detects:
    'A family of spec.ipFamilies in which no ready selected pod has an address. A warning when it is the second family: callers that prefer it fail, others work. Silent without a ready pod, without a selector, and for PreferDualStack on a single-stack cluster.',
  find({ service, selectedPods, slices }) {
    const { ipFamilies, ipFamilyPolicy, clusterIPs } = service.spec;
    const ready = selectedPods.filter((pod) => isLive(pod) && isReady(pod) && pod.status.podIPs.length > 0);
    if (!selectsPods(service) || ready.length === 0 || ipFamilies.length === 0) return [];
    const ofPods = [...new Set(ready.flatMap(familiesOf))];
    const missing = ipFamilies.find((family) => !ofPods.includes(family));
    // Both families in the pods and one in the Service: the range of cluster IPs has one family only.
    const isHalf = ipFamilyPolicy === 'PreferDualStack' && ipFamilies.length === 1 && ofPods.length > 1;
    if (missing === undefined && !isHalf) return [];
    const evidence = {
      'spec.ipFamilies': ipFamilies.join(', '),
      'spec.ipFamilyPolicy': ipFamilyPolicy ?? 'not set',
      'spec.clusterIPs': clusterIPs.join(', '),
      'status.podIPs': listNames([...new Set(ready.flatMap((pod) => pod.status.podIPs))]),
      ...(slices !== undefined && {
        'addressType of the slices': [...new Set(slices.map((slice) => slice.addressType))].join(', ') || 'none',
      }),
    };
    const name = code(service.metadata.name);
    if (missing === undefined) {
      return [
        {
          severity: 'info' as const,
          say: text`Service ${name} prefers two IP families and got ${ipFamilies.join()} only, although its pods have both: the Service address range has one family.`,
          evidence,
          next: [{ say: text`Add a range of the other family (a ServiceCIDR) if callers need it` }],
        },
      ];
    }
    const first = ipFamilies[0] === missing;
    const other = ofPods.find((family) => family !== missing) ?? '';
    return [
      {
        severity: first ? ('critical' as const) : ('warning' as const),
        say: first
          ? text`Service ${name} is of IP family ${missing}, but its ready pods have ${ofPods.join(' and ')} addresses only (${listNames(namesOf(ready), 3)}), so it has no endpoint in that family.`
          : text`Service ${name} has a second address of family ${missing}, but its pods have ${ofPods.join(' and ')} addresses only: callers that prefer ${missing} fail, others work.`,
        evidence,
        next: first
          ? [
              ...(ipFamilies.length === 1
                ? [
                    {
                      say: text`Where the cluster has both families, add the second one`,
                      command: mergePatch(service, { spec: { ipFamilyPolicy: 'PreferDualStack' } }),
                    },
                  ]
                : []),
              {
                say: text`The first family cannot be changed: create the Service again with ${code(`ipFamilies: [${other}]`)}`,
                command: getServiceYaml(service),
              },
            ]
          : [
              {
                say: text`Drop the second family, or give the pods an ${missing} address`,
                command: mergePatch(service, {
                  spec: { ipFamilyPolicy: 'SingleStack', ipFamilies: [other], clusterIPs: clusterIPs.slice(0, 1) },
                }),
              },
            ],
      },
    ];
  },
});

function familiesOf(pod: Pod): readonly string[] {
  return pod.status.podIPs.map((ip) => (ip.includes(':') ? 'IPv6' : 'IPv4'));
}
