import type { Surroundings } from './surroundings.ts';

export interface NodeAddresses {
  readonly internal: readonly string[];
  readonly external: readonly string[];
}

/**
 * Addresses at which the nodes take up traffic for the node ports of this Service, by kind: with externalTrafficPolicy
 * Local only nodes with a ready pod do. Both empty when nodes were not read.
 */
export function nodeAddresses({ snapshot, service, backends }: Surroundings): NodeAddresses {
  const nodes = snapshot.all('nodes');
  const local = service.spec.externalTrafficPolicy === 'Local' && backends.read;
  const taking = new Set(local ? backends.value.flatMap((one) => (one.state === 'ready' ? (one.nodeName ?? []) : [])) : []);
  const of = (type: string) =>
    nodes.read
      ? nodes.value
          .filter((node) => taking.size === 0 || taking.has(node.metadata.name))
          .flatMap((node) => node.status.addresses.filter((one) => one.type === type).map((one) => one.address))
      : [];
  return { internal: of('InternalIP'), external: of('ExternalIP') };
}
