/**
 * What has to be remembered for a while and is not in Slack: which events were seen, which threads are ours. In memory by
 * default; several replicas share one behind the same interface. Nothing rejects: a store that cannot be reached answers
 * from what this process knows. Values may come from another version: whoever reads them parses them.
 */
export interface Store {
  /**
   * True for the first caller of this key within `ttlMs`, false for all later ones. The same `owner` may claim it again:
   * work that is taken over from a replica that died goes on under its name.
   */
  claim(key: string, ttlMs: number, owner?: string): Promise<boolean>;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Writes in place of `before` (undefined: of nothing); false, and nothing is written, when something else is held. */
  replace(key: string, before: string | undefined, value: string, ttlMs: number): Promise<boolean>;
}

const mostTries = 8;

/**
 * Reads, changes and writes as one step, whatever other replicas do meanwhile. `change` may run several times; undefined
 * leaves all as it is. Of callers that never stop, the unluckiest gives up, and its change is lost.
 */
export async function update(
  store: Store,
  key: string,
  change: (before: string | undefined) => string | undefined,
  ttlMs: number,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await store.get(key);
    const value = change(before);
    if (value === undefined || (await store.replace(key, before, value, ttlMs))) return;
  }
}

/** What a claim without an owner holds. */
export const anyone = '1';

/** Undefined for what is no JSON: another version stored it, or another program. */
export function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

interface Entry {
  readonly value: string;
  readonly until: number;
}

/** A Store in this process: the least recently written entries go first when more than `capacity` are held. */
export function createMemoryStore(deps: { readonly now: () => number; readonly capacity?: number }): Store {
  const capacity = deps.capacity ?? 10_000;
  const entries = new Map<string, Entry>();

  const read = (key: string): string | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > deps.now()) return entry.value;
    entries.delete(key);
    return undefined;
  };
  const write = (key: string, value: string, ttlMs: number): void => {
    entries.delete(key);
    entries.set(key, { value, until: deps.now() + ttlMs });
    for (const oldest of entries.keys()) {
      if (entries.size <= capacity) break;
      entries.delete(oldest);
    }
  };

  return {
    async claim(key, ttlMs, owner) {
      const holder = read(key);
      if (holder !== undefined) return owner !== undefined && holder === owner;
      write(key, owner ?? anyone, ttlMs);
      return true;
    },
    async get(key) {
      return read(key);
    },
    async set(key, value, ttlMs) {
      write(key, value, ttlMs);
    },
    async replace(key, before, value, ttlMs) {
      if (read(key) !== before) return false;
      write(key, value, ttlMs);
      return true;
    },
  };
}
