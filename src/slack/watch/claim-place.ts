import type { Place } from '../deliver/place.ts';
import type { Store } from '../store.ts';

/** Longer than a look and an edit take together; short enough that a process that died is soon forgotten. */
const leaseMs = 60_000;

export interface Claim {
  /** Has to be called more often than every minute. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** The right to watch this here, in whichever process; undefined when somebody has it. */
export async function claimPlace(store: Store, place: Place, words: string): Promise<Claim | undefined> {
  const key = `watch:${where(place)}:${words}`;
  if (!(await store.claim(key, leaseMs))) return undefined;
  return {
    renew: () => store.set(key, '1', leaseMs),
    release: () => store.set(key, '1', 1),
  };
}

/** A direct message goes by the person, as its channel may not be known yet. */
function where(place: Place): string {
  if (place.kind === 'private' || place.channel === place.userId) return `${place.userId}:`;
  const channel = place.channel.startsWith('D') ? place.userId : place.channel;
  return `${channel}:${place.threadTs ?? ''}`;
}
