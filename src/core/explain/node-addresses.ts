import type { Snapshot } from '../model/snapshot.ts';

export interface NodeAddresses {
  readonly internal: readonly string[];
  readonly external: readonly string[];
}

/** Addresses of the nodes by kind; both empty when nodes were not read. */
export function nodeAddresses(snapshot: Snapshot): NodeAddresses {
  const nodes = snapshot.all('nodes');
  const of = (type: string) =>
    nodes.read
      ? nodes.value.flatMap((node) => node.status.addresses.filter((one) => one.type === type).map((one) => one.address))
      : [];
  return { internal: of('InternalIP'), external: of('ExternalIP') };
}
