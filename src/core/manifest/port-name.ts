import { allOf, type AskedFacts } from '../ask/asked-facts.ts';
import type { Protocol } from '../model/kinds/service.ts';

export interface PortRow {
  readonly port: number;
  readonly protocol: Protocol;
  readonly target: number | string;
}

/** The container's own port name, else the protocol; `tcp-9093` when that name is taken. Adds it to `taken`. */
export function nameRow(row: PortRow, facts: AskedFacts, taken: Set<string>): string {
  const wish =
    typeof row.target === 'string' ? row.target : row.protocol === 'TCP' ? spoken(row.port, facts) : row.protocol.toLowerCase();
  const name = taken.has(wish) ? `${row.protocol.toLowerCase()}-${row.port}` : wish;
  taken.add(name);
  return name;
}

function spoken(port: number, facts: AskedFacts): string {
  const protocols = allOf(facts.protocol);
  if (protocols.includes('gRPC')) return 'grpc';
  if (port === 443 || port === 8443) return 'https';
  return protocols.includes('HTTP') || [80, 8080].includes(port) ? 'http' : 'tcp';
}
