import type { Store } from '../store.ts';
import { currentWork } from './current-work.ts';

/** What is claimed while a delivery of Slack's is worked on is claimed for that delivery. */
export function withOwner(store: Store): Store {
  return {
    claim: (key, ttlMs, owner = currentWork()?.id) => store.claim(key, ttlMs, owner),
    get: (key) => store.get(key),
    set: (key, value, ttlMs) => store.set(key, value, ttlMs),
    replace: (key, before, value, ttlMs) => store.replace(key, before, value, ttlMs),
  };
}
