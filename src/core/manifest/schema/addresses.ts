import { z } from 'zod';

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

export const ip = z.union([ipv4, ipv6], 'must be an IP address');

/** Addresses that a Service may not lead to: this host, a link, or a group. */
export function endpointFault(address: string, type: 'IPv4' | 'IPv6' | 'FQDN'): string | undefined {
  if (type === 'FQDN') return /^[a-z0-9.-]+\.?$/u.test(address) ? undefined : 'must be a DNS name';
  const valid = type === 'IPv4' ? ipv4.safeParse(address).success : ipv6.safeParse(address).success;
  if (!valid) return `must be an ${type} address`;
  if (/^(0\.0\.0\.0$|127\.|::1?$)/u.test(address)) return 'must not be a loopback or unspecified address';
  if (/^(169\.254\.|fe80:|22[4-9]\.|23\d\.|ff)/iu.test(address)) return 'must not be a link-local or multicast address';
  return undefined;
}
