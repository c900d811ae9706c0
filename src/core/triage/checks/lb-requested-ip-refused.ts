import { code, text } from '../../answer/text.ts';
import { fullName, holdersOf, isSame, sharePort } from '../../model/load-balancers/address-holders.ts';
import { normalAddress } from '../../model/load-balancers/address-ranges.ts';
import { annotate } from '../../model/load-balancers/balancer-commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import type { Service } from '../../model/kinds/service.ts';
import { mergePatch } from '../../model/commands.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { saidBy } from '../../model/load-balancers/pool-refusal.ts';
import { isIpAddress } from '../../model/load-balancers/private-address.ts';
import { requestedAddresses, sharingKeyOf } from '../../model/load-balancers/requested-addresses.ts';
import { defineCheck } from '../check.ts';

const refusal =
  /not allowed|in use|already|not (?:found|available|exist|in)|does not exist|sharing key|another (?:region|resource group)|resource group|different region|belongs|invalid|cannot be (?:found|assigned)|already_allocated|not_in/iu;

export default defineCheck({
  id: 'lb-requested-ip-refused',
  title: 'The requested load balancer address is not available',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending', 'lb-provisioning-failed', 'lb-pool-exhausted'],
  needs: ['service'],
  uses: ['events', 'allServices'],
  source: 'https://metallb.io/usage/#requesting-specific-ips',
  detects:
    'spec.loadBalancerIP or an annotation asks for an address that the Service did not get, and another Service has it or an event refuses it. A warning when the Service got another address. Silent when it has the address, and for Services with one sharing key and different ports.',
  find({ service, events, allServices, now }) {
    if (service.spec.type !== 'LoadBalancer') return [];
    const requested = requestedAddresses(service);
    const got = new Set(service.status.loadBalancer.flatMap(({ ip }) => (ip === undefined ? [] : [normalAddress(ip)])));
    const missed = requested.filter(({ address }) => !got.has(normalAddress(address)));
    const pending = isPendingLoadBalancer(service, events, now);
    const gotAnother =
      got.size > 0 &&
      requested.length > 0 &&
      requested.every(({ address }) => isIpAddress(address)) &&
      missed.length === requested.length;
    const [first] = missed;
    if (first === undefined || !(pending || gotAnother)) return [];
    const [holder] = missed.flatMap(({ address }) =>
      holdersOf(address, allServices ?? []).filter(
        (held) => !isSame(held.service, service) && conflicts(held.service, service),
      ),
    );
    const said = saidBy(service, events, refusal);
    const about =
      said !== undefined &&
      (missed.some(({ address }) => said.message.includes(address)) || /\b(?:e?ips?|address)/iu.test(said.message))
        ? said
        : undefined;
    if (holder === undefined && about === undefined && !gotAnother) return [];
    const { name } = service.metadata;
    const why =
      holder !== undefined
        ? text`: Service ${code(fullName(holder.service))} has it`
        : about !== undefined
          ? text` (${code(shortMessage(about.message))})`
          : '';
    const current = service.status.loadBalancer.flatMap(({ ip }) => ip ?? []).join(', ');
    return [
      {
        severity: pending ? ('critical' as const) : ('warning' as const),
        say: text`LoadBalancer Service ${code(name)} asks for the address ${code(first.address)} (${code(first.path)}) and did not get it${why}${pending ? '' : text`; it has ${code(current)} instead`}.`,
        evidence: {
          ...Object.fromEntries(missed.map(({ path, address }) => [path, address])),
          'status.loadBalancer.ingress': current || 'empty',
          ...(holder !== undefined && { 'held by': `${fullName(holder.service)} (${holder.field})` }),
          ...(about !== undefined && { [about.from]: shortMessage(about.message) }),
        },
        next: [
          {
            say: text`Drop the request, so that any free address is taken`,
            command:
              first.annotation === undefined
                ? mergePatch(service, { spec: { loadBalancerIP: null } })
                : annotate(service, { [first.annotation]: null }),
          },
          {
            say: text`Or request an address of the pool that is free`,
            command:
              first.annotation === undefined
                ? mergePatch(service, { spec: { loadBalancerIP: 'FREE_ADDRESS' } })
                : annotate(service, { [first.annotation]: 'FREE_ADDRESS' }),
          },
        ],
      },
    ];
  },
});

/** Two Services may have one address when both say so with one key and use different ports. */
function conflicts(a: Service, b: Service): boolean {
  const key = sharingKeyOf(a);
  return key === undefined || key !== sharingKeyOf(b) || sharePort(a, b);
}
