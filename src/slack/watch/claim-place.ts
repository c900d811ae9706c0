import type { Place } from '../deliver/place.ts';
import { anyone, type Store } from '../store.ts';

/** Longer than a look and an edit take together; short enough that a process that died is soon forgotten. */
const leaseMs = 60_000;

export interface Claim {
  /** By which another process goes on with it. */
  readonly key: string;
  /** Has to be called more often than every minute. `owner` may take it over. */
  renew(owner?: string): Promise<void>;
  release(): Promise<void>;
}

/** The right to watch this here, in whichever process; undefined when somebody has it. */
export async function claimPlace(store: Store, place: Place, words: string): Promise<Claim | undefined> {
  const key = `watch:${where(place)}:${words}`;
  if (!(await store.claim(key, leaseMs))) return undefined;
  return claimOf(store, key);
}

/** The same for a watch whose process is gone: free, or still held for that watch. */
export async function retakePlace(store: Store, key: string, owner: string): Promise<Claim | undefined> {
  return (await store.claim(key, leaseMs, owner)) ? claimOf(store, key) : undefined;
}

function claimOf(store: Store, key: string): Claim {
  return {
    key,
    renew: (owner = anyone) => store.set(key, owner, leaseMs),
    release: () => store.set(key, anyone, 1),
  };
}

/** A direct message goes by the person, as its channel may not be known yet. */
function where(place: Place): string {
  if (place.kind === 'private' || place.channel === place.userId) return `${place.userId}:`;
  const channel = place.channel.startsWith('D') ? place.userId : place.channel;
  return `${channel}:${place.threadTs ?? ''}`;
}
