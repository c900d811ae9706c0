import { code, text } from '../../answer/text.ts';
import { fullName, holdersOf, isSame } from '../../model/load-balancers/address-holders.ts';
import { getServiceYaml } from '../../model/load-balancers/balancer-commands.ts';
import { fullestRange, isOutOfRange, readyRanges } from '../../model/load-balancers/service-ranges.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Service } from '../../model/kinds/service.ts';
import { defineCheck, type Draft } from '../check.ts';

const reasons =
  /^(?:ClusterIPOutOfRange|ClusterIPNotAllocated|ClusterIPAlreadyAllocated|IPAddressNotAllocated|IPAddressWrongReference)$/u;

/** The API server mends it by itself, as it often does moments after a Service is made. */
const beingRepaired = /(?:repairing|cleaning up)\.?$/u;

export default defineCheck({
  id: 'cluster-ip-out-of-range',
  title: 'The ClusterIP is outside the Service address ranges',
  theme: 'ip',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'events'],
  uses: ['serviceCidrs', 'allServices'],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#ip-address-objects',
  detects:
    'A cluster IP lies in no ServiceCIDR that is ready and stays, an event of the API server says so (ClusterIPOutOfRange, ClusterIPNotAllocated, ClusterIPAlreadyAllocated), or two Services have one cluster IP. Silent for an event of something that the API server repairs by itself. As a remark on Service default/kubernetes: a range of which more than 90 % is used.',
  find({ service, events, serviceCidrs, allServices }) {
    const ips = service.spec.clusterIPs.filter((ip) => ip !== '' && ip !== 'None');
    if (service.spec.type === 'ExternalName' || ips.length === 0) return [];
    const ranges = readyRanges(serviceCidrs ?? []);
    const outside = ips.find((ip) => isOutOfRange(ip, serviceCidrs ?? []));
    const event = events
      .of(service)
      .find((one) => one.type === 'Warning' && reasons.test(one.reason) && !beingRepaired.test(one.message));
    const twin = ips
      .flatMap((ip) => holdersOf(ip, allServices ?? []))
      .find((held) => held.field === 'spec.clusterIPs' && !isSame(held.service, service));
    if (outside === undefined && event === undefined && twin === undefined) return fullRange(service, ranges, allServices);
    const { name } = service.metadata;
    const why =
      twin !== undefined
        ? text`is also that of Service ${code(fullName(twin.service))}, so the traffic of one goes to the other`
        : outside !== undefined
          ? text`is in none of the Service address ranges (${ranges.map((one) => one.text).join(', ') || 'none is ready'})`
          : text`is not rightly allocated`;
    return [
      {
        say: text`The cluster IP ${code(outside ?? ips.join(', '))} of Service ${code(name)} ${why}${event === undefined ? '' : text` (${code(`${event.reason}: ${shortMessage(event.message)}`)})`}.`,
        evidence: {
          'spec.clusterIPs': ips.join(', '),
          'ServiceCIDR spec.cidrs': ranges.map((one) => one.text).join(', ') || 'none seen',
          ...(event !== undefined && { [event.reason]: shortMessage(event.message) }),
          ...(twin !== undefined && { 'also at': fullName(twin.service) }),
        },
        next: [
          {
            say: text`Create the Service again without ${code('clusterIP')} and ${code('clusterIPs')}, so that a new address is allocated`,
            command: getServiceYaml(service),
          },
          { say: text`Or add a ServiceCIDR that contains the address`, command: 'kubectl get servicecidrs' },
        ],
      },
    ];
  },
});

/** Said once a cluster, on the Service that every cluster has. */
function fullRange(
  service: Service,
  ranges: ReturnType<typeof readyRanges>,
  services: readonly Service[] | undefined,
): readonly Draft[] {
  if (service.metadata.name !== 'kubernetes' || service.metadata.namespace !== 'default' || services === undefined) return [];
  const full = fullestRange(ranges, services);
  if (full === undefined || full.used / full.size <= 0.9) return [];
  return [
    {
      severity: 'info',
      say: text`The Service address range ${code(full.range.text)} is nearly used up (${full.used} of ${full.size}): soon new Services get no cluster IP ("range is full").`,
      evidence: { 'ServiceCIDR spec.cidrs': full.range.text, used: full.used, size: full.size },
      next: [{ say: text`Add a range: apply a second ServiceCIDR`, command: 'kubectl apply -f servicecidr.yaml' }],
    },
  ];
}
