import { z } from 'zod';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { Request, WatchRequest } from '../../core/ask/request.ts';

const whereAndWho = z.object({
  asker: z.object({
    userId: z.string(),
    teamId: z.string(),
    channelId: z.string(),
    seenBy: z.enum(['person', 'either', 'shared']).exactOptional(),
  }),
  at: z.object({ channel: z.string(), threadTs: z.string(), ts: z.string() }),
  /** The key under which this place is claimed. */
  claim: z.string().startsWith('watch:'),
  /** Epoch milliseconds. */
  startedAt: z.number(),
});
type WhereAndWho = z.infer<typeof whereAndWho>;

const recordSchema = whereAndWho.extend({ v: z.literal(1), request: z.string() });

/** What another replica needs to go on with a watch. What was seen so far stays in the one that saw it. */
export function watchRecord(where: WhereAndWho, request: WatchRequest): z.infer<typeof recordSchema> {
  return { v: 1, ...where, request: formatRequest(request) };
}

/** Undefined for one of another version. */
export function watchIn(
  data: unknown,
  parse: (words: string) => Request,
): (WhereAndWho & { readonly request: WatchRequest }) | undefined {
  const record = recordSchema.safeParse(data).data;
  if (record === undefined) return undefined;
  try {
    const request = parse(record.request);
    return request.verb === 'watch' ? { ...record, request } : undefined;
  } catch {
    return undefined;
  }
}
