import { z } from 'zod';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { Request } from '../../core/ask/request.ts';
import type { Asker } from '../deps.ts';
import type { Store } from '../store.ts';

const most = 5;
const ttlMs = 7 * 24 * 60 * 60 * 1_000;
const longest = 300;
const keyOf = ({ teamId, userId }: Asker): string => `recent:${teamId}:${userId}`;
const schema = z.array(z.string());

/** What a person has scanned and triaged lately, as requests in words, the last one first: nothing of the answers. */
export async function readRecent(store: Store, asker: Asker): Promise<readonly string[]> {
  const stored = await store.get(keyOf(asker));
  if (stored === undefined) return [];
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? [];
  } catch {
    return [];
  }
}

export async function keepRecent(store: Store, asker: Asker, request: Request): Promise<void> {
  if (request.verb !== 'triage' && request.verb !== 'scan' && request.verb !== 'watch') return;
  const words = formatRequest(request);
  if (words.length > longest) return;
  const before = await readRecent(store, asker);
  const recent = [words, ...before.filter((one) => one !== words)].slice(0, most);
  await store.set(keyOf(asker), JSON.stringify(recent), ttlMs);
}
