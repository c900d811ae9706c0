import type { UnreadResource } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Peer } from '../network-policy/peer.ts';
import type { Row } from './row.ts';
import type { Target } from './target.ts';

/** What was not read and keeps the verdict from being certain. */
export function unreadFor(snapshot: Snapshot, target: Target, rows: readonly Row[]): readonly UnreadResource[] {
  const unclear = rows.flatMap((row) =>
    row.outcomes.filter((one) => one.verdict === 'unknown').map((outcome) => ({ row, outcome })),
  );
  const caveats = new Set(unclear.flatMap(({ outcome }) => outcome.caveats));
  const needed: UnreadResource[] = target.stop?.verdict === 'unknown' ? [...target.unread] : [];
  if (caveats.has('policies-unread')) {
    for (const namespace of namespacesOf(unclear.flatMap(({ row }) => row.from.peers.concat(row.to.peers)))) {
      const policies = snapshot.in('networkpolicies', namespace);
      if (!policies.read) needed.push(...policies.unread);
    }
  }
  const namespaces = snapshot.all('namespaces');
  if (caveats.has('namespace-labels') && !namespaces.read) needed.push(...namespaces.unread);
  if (caveats.has('pod-labels')) {
    for (const namespace of namespacesOf(unclear.flatMap(({ row }) => row.from.peers.concat(row.to.peers)))) {
      const pods = snapshot.in('pods', namespace);
      if (!pods.read) needed.push(...pods.unread);
    }
  }
  return needed;
}

function namespacesOf(peers: readonly Peer[]): ReadonlySet<string> {
  return new Set(peers.flatMap((peer) => (peer.is === 'pod' && peer.namespace !== undefined ? [peer.namespace] : [])));
}
