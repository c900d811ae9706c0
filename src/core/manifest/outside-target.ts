import { endpointFault, ip } from './schema/addresses.ts';
import { dnsSubdomain } from './schema/names.ts';

/** `DB.Example.org.` is `db.example.org`; undefined for what is no DNS name (an address, a URL). */
export function dnsNameOf(host: string | undefined): string | undefined {
  const name = host?.toLowerCase().replace(/\.$/u, '');
  if (name === undefined || ip.safeParse(name).success) return undefined;
  return dnsSubdomain.safeParse(name).success ? name : undefined;
}

/** The addresses an EndpointSlice may lead to, each once. */
export function usableAddresses(addresses: readonly string[]): readonly string[] {
  const usable = addresses.filter((one) => endpointFault(one, one.includes(':') ? 'IPv6' : 'IPv4') === undefined);
  return [...new Set(usable)];
}
