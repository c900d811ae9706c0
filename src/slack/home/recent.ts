import { z } from 'zod';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { Request } from '../../core/ask/request.ts';
import type { Asker } from '../deps.ts';
import { parseJson, update, type Store } from '../store.ts';

const most = 5;
const ttlMs = 7 * 24 * 60 * 60 * 1_000;
const longest = 300;
const keyOf = ({ teamId, userId }: Asker): string => `recent:${teamId}:${userId}`;
const schema = z.array(z.string());

/** What a person has scanned and triaged lately, as requests in words, the last one first: nothing of the answers. */
export async function readRecent(store: Store, asker: Asker): Promise<readonly string[]> {
  return parse(await store.get(keyOf(asker)));
}

export async function keepRecent(store: Store, asker: Asker, request: Request): Promise<void> {
  if (request.verb !== 'triage' && request.verb !== 'scan' && request.verb !== 'watch') return;
  const words = formatRequest(request);
  if (words.length > longest) return;
  const withIt = (before: string | undefined) =>
    JSON.stringify([words, ...parse(before).filter((one) => one !== words)].slice(0, most));
  await update(store, keyOf(asker), withIt, ttlMs);
}

function parse(stored: string | undefined): readonly string[] {
  return stored === undefined ? [] : (schema.safeParse(parseJson(stored)).data ?? []);
}
