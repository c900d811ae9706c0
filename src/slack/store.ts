/**
 * What has to be remembered for a while and is not in Slack: which events were seen, which threads are ours. In memory by
 * default; several replicas share one behind the same interface.
 */
export interface Store {
  /** True for the first caller of this key within `ttlMs`, false for all later ones. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
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
    async claim(key, ttlMs) {
      if (read(key) !== undefined) return false;
      write(key, '1', ttlMs);
      return true;
    },
    async get(key) {
      return read(key);
    },
    async set(key, value, ttlMs) {
      write(key, value, ttlMs);
    },
  };
}
