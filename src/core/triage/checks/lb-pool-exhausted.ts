import { code, text, type Text } from '../../answer/text.ts';
import { fullName } from '../../model/load-balancers/address-holders.ts';
import { poolAskedFor, poolBar, useOfPool, type PoolUse } from '../../model/load-balancers/address-pools.ts';
import { annotate } from '../../model/load-balancers/balancer-commands.ts';
import { quote } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isPendingLoadBalancer } from '../../model/load-balancers/load-balancer.ts';
import { exhaustionOf } from '../../model/load-balancers/pool-refusal.ts';
import type { IPAddressPool } from '../../model/kinds/load-balancing.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'lb-pool-exhausted',
  title: 'The address pool has no free address',
  theme: 'load-balancer',
  severity: 'critical',
  kind: 'cause',
  explains: ['lb-pending'],
  needs: ['service', 'events'],
  uses: ['addressPools', 'allServices', 'namespaceObject'],
  source: 'https://metallb.io/usage/',
  detects:
    'The LoadBalancer Service has no address and its allocator says that no pool has one left (MetalLB event AllocationFailed, Cilium condition cilium.io/IPAMRequestSatisfied False, or the like). Tells who holds the addresses, or that the pools with free ones leave this Service out.',
  find({ service, events, addressPools, allServices, namespaceObject, now }) {
    const refusal = exhaustionOf(service, events);
    if (refusal === undefined || !isPendingLoadBalancer(service, events, now)) return [];
    const { name } = service.metadata;
    const asked = poolAskedFor(service);
    const pools = addressPools ?? [];
    const wanted = pools.filter((pool) => asked === undefined || pool.metadata.name === asked);
    const bars = new Map(wanted.map((pool) => [pool, poolBar(pool, service, namespaceObject?.metadata.labels)]));
    const open = wanted.filter((pool) => bars.get(pool) === undefined);
    const uses = allServices === undefined ? [] : open.map((pool) => useOfPool(pool, allServices));
    const edited = open[0] ?? wanted[0];
    return [
      {
        say: text`No pool has a free address for LoadBalancer Service ${code(name)} (${code(shortMessage(refusal.message))})${because(asked, pools, wanted, open, uses)}.`,
        evidence: {
          [refusal.from]: shortMessage(refusal.message),
          ...(asked !== undefined && { 'metallb.io/address-pool': asked }),
          ...Object.fromEntries(
            wanted.map((pool) => [
              `pool ${pool.metadata.name}`,
              `${pool.spec.addresses.join(', ')}${bars.get(pool) === undefined ? '' : ` (${bars.get(pool)})`}`,
            ]),
          ),
          ...Object.fromEntries(uses.map((use) => [`addresses of ${use.pool.metadata.name}`, wordsOf(use)])),
        },
        next: [
          {
            say: text`Add addresses to the pool${open.length === 0 && edited !== undefined ? ', or let it serve this Service' : ''}`,
            command: `kubectl edit ipaddresspool ${edited === undefined ? 'POOL' : quote(edited.metadata.name)} -n ${quote(edited?.metadata.namespace ?? 'metallb-system')}`,
          },
          {
            say: text`Or free one: delete a LoadBalancer Service that nobody needs, or give it another type`,
            command: 'kubectl get services -A --field-selector spec.type=LoadBalancer',
          },
          {
            say: text`Or share one between Services with different ports`,
            command: annotate(service, { 'metallb.io/allow-shared-ip': 'SHARED_KEY' }),
          },
        ],
      },
    ];
  },
});

/** Why, as far as the pools show it. */
function because(
  asked: string | undefined,
  pools: readonly IPAddressPool[],
  wanted: readonly IPAddressPool[],
  open: readonly IPAddressPool[],
  uses: readonly PoolUse[],
): Text {
  if (pools.length === 0) return [];
  if (wanted.length === 0)
    return text`: it asks for pool ${code(asked ?? '')}, and the pools are ${listNames(pools.map((pool) => pool.metadata.name))}`;
  if (open.length === 0) {
    return text`: ${wanted.length === 1 ? 'the pool' : 'the pools'} ${code(listNames(wanted.map((pool) => pool.metadata.name)))} ${wanted.length === 1 ? 'leaves' : 'leave'} this Service out`;
  }
  const full = uses.filter((use) => use.taken >= use.size);
  const [first] = full;
  if (first === undefined || full.length < uses.length)
    return text`; pools that may serve it: ${listNames(open.map((pool) => pool.metadata.name))}`;
  const holders = listNames(first.holders.map(fullName));
  return full.length === 1
    ? text`: pool ${code(first.pool.metadata.name)} has ${first.size} (${first.pool.spec.addresses.join(', ')}), all taken by ${holders}`
    : text`: all ${full.length} pools are full (${listNames(full.map((use) => use.pool.metadata.name))})`;
}

function wordsOf({ size, taken, holders }: PoolUse): string {
  return `${taken} of ${size} taken${
    holders.length === 0
      ? ''
      : `: ${listNames(
          holders.map((one) => `${fullName(one)} ${one.status.loadBalancer.map(({ ip }) => ip ?? '').join(' ')}`),
          8,
        )}`
  }`;
}
