import { normalAddress } from './address-ranges.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';

/** `node node-1` or `pod web-1` whose address a range of one address is; undefined for wider ranges and strangers. */
export function addressOwner(
  range: string,
  nodes: ReadonlyMap<string, Node> | undefined,
  pods: readonly Pod[] | undefined,
): string | undefined {
  const [address = '', prefix] = range.split('/');
  if (prefix !== undefined && prefix !== (address.includes(':') ? '128' : '32')) return undefined;
  const wanted = normalAddress(address);
  for (const node of nodes?.values() ?? []) {
    if (node.status.addresses.some((one) => normalAddress(one.address) === wanted)) return `node ${node.metadata.name}`;
  }
  const pod = pods?.find((one) => one.status.podIPs.some((ip) => normalAddress(ip) === wanted));
  return pod === undefined ? undefined : `pod ${pod.metadata.name}`;
}
