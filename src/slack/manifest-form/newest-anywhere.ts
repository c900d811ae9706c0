import { update, type Store } from '../store.ts';

/** Longer than anybody looks at a form without a change. */
const ttlMs = 60 * 60_000;

/**
 * Notes a change of a form (`at`: Slack's `action_ts`) and gives a look whether it is still the newest one, in whichever
 * replica: a preview that was overtaken by another replica's is not shown over it.
 */
export async function newestAnywhere(store: Store, viewId: string, at: string): Promise<() => Promise<boolean>> {
  const key = `form:${viewId}`;
  const isOlder = (before: string | undefined) => before === undefined || !(Number(before) > Number(at));
  await update(store, key, (before) => (isOlder(before) ? at : undefined), ttlMs);
  return async () => isOlder(await store.get(key));
}
