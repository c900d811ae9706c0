import type { Snapshot } from '../model/snapshot.ts';
import type { ReachEnd } from '../answer/answer.ts';
import { refOf } from '../model/kinds/meta.ts';
import type { AddressRange } from '../network-policy/cidr.ts';
import { anyPodOf } from '../network-policy/peer.ts';
import { badRequest } from '../problem/problem.ts';
import type { FoundEnd } from './find-end.ts';
import type { Lookup } from './lookup.ts';
import type { Side } from './cases.ts';
import { uniformPieces } from './outside.ts';
import { serviceBackends } from './service-backends.ts';
import { sidesOf } from './target.ts';

/** Who calls. */
export interface Callers {
  readonly end: ReachEnd;
  readonly sides: readonly Side[];
  /** Addresses outside, uncut; undefined for pods. */
  readonly ranges: readonly AddressRange[] | undefined;
  readonly namespace: string | undefined;
}

export function callersOf(found: FoundEnd, snapshot: Snapshot, lookup: Lookup): Callers {
  switch (found.is) {
    case 'host':
      throw badRequest(
        `${found.host} is no workload of the cluster.`,
        'A caller outside the cluster is written as its address, or as internet.',
      );
    case 'addresses':
      return { end: found.end, sides: [addressSide(found, found.ranges)], ranges: found.ranges, namespace: undefined };
    case 'service': {
      // A Service calls nobody; whoever names one as the caller means its pods.
      const { namespace } = found.service.metadata;
      const sides = sidesOf(serviceBackends(snapshot, found.service, lookup.groupsIn(namespace)).list);
      if (sides.length === 0)
        throw badRequest(
          `Service ${namespace}/${found.service.metadata.name} has no pods that could call.`,
          'Name the workload that calls, for example deploy/web.',
        );
      return {
        end: sides.length === 1 ? (sides[0]?.end ?? refOf(found.service)) : refOf(found.service),
        sides,
        ranges: undefined,
        namespace,
      };
    }
    case 'pods': {
      const namespace = found.end.kind === 'Namespace' && 'name' in found.end ? found.end.name : found.groups[0]?.ref.namespace;
      const groups = found.groups.map((group): Side => ({ end: group.ref, peers: group.pods }));
      const sides = groups.length > 0 ? groups : [{ end: found.end, peers: [anyPodOf(namespace)] }];
      return { end: found.end, sides, ranges: undefined, namespace };
    }
    default:
      return found satisfies never;
  }
}

/** One side for each piece that every ipBlock holds wholly or not at all. */
export function cutSides(
  end: ReachEnd,
  side: Side,
  ranges: readonly AddressRange[],
  edges: readonly AddressRange[],
): readonly Side[] {
  const node = side.peers.find((peer) => peer.is === 'addresses')?.node;
  return uniformPieces(ranges, edges).map((range) => addressSide({ end, node }, [range]));
}

export function addressSide(
  { end, node }: { readonly end: ReachEnd; readonly node: string | undefined },
  ranges: readonly AddressRange[],
): Side {
  return {
    end,
    peers: ranges.map((range) => (node === undefined ? { is: 'addresses', range } : { is: 'addresses', range, node })),
  };
}
