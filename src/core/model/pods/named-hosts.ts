import type { Container } from '../kinds/pod.ts';

/** Words of shell, tools and programs that stand where a host could stand. */
const notHosts: ReadonlySet<string> = new Set([
  'localhost',
  'true',
  'false',
  'null',
  'http',
  'https',
  'tcp',
  'udp',
  'dev',
  'do',
  'done',
]);

/**
 * Hosts that a container's command or arguments name, in the order of mention: behind `://`, before `:PORT`, after
 * `nslookup`, `nc`, `-h` and the like. For "what does this init container wait for".
 */
export function namedHosts(container: Container): readonly string[] {
  const words = [...container.command, ...container.args].join(' ');
  const found: string[] = [];
  const patterns = [
    /:\/\/(?:[^\s/@]*@)?([a-z0-9][a-z0-9.-]*)/giu,
    /(?:^|[\s'"=(])([a-z][a-z0-9.-]*):\d{2,5}(?!\d)/giu,
    /\b(?:nslookup|dig|getent hosts|host|ping(?: -c ?\d+)?|nc(?: -\w+)*(?: \d+)?|telnet)\s+([a-z][a-z0-9.-]*)/giu,
    /\s(?:-h|--host)[= ]([a-z][a-z0-9.-]*)/giu,
  ];
  for (const pattern of patterns) {
    for (const match of words.matchAll(pattern)) {
      const host = match[1]?.toLowerCase().replace(/\.$/u, '');
      if (host !== undefined && !notHosts.has(host)) found.push(host);
    }
  }
  return [...new Set(found)];
}

/** `db`, `db.shop`, `db.shop.svc.cluster.local` as seen from a namespace; undefined for a name outside of the cluster. */
export function serviceOfHost(
  host: string,
  namespace: string,
): { readonly name: string; readonly namespace: string } | undefined {
  const [name, other, svc] = host.split('.');
  if (name === undefined || name === '') return undefined;
  if (other === undefined) return { name, namespace };
  return svc === undefined || svc === 'svc' ? { name, namespace: other } : undefined;
}
