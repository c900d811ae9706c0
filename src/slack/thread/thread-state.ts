import { z } from 'zod';
import type { Answer } from '../../core/answer/answer.ts';
import { askedFactsSchema } from '../../core/ask/asked-facts.ts';
import type { Request } from '../../core/ask/request.ts';
import { formatRequest } from '../../core/ask/format-request.ts';

export const threadStateSchema = z.object({
  v: z.literal(1),
  /** The last request in this thread, in words. */
  request: z.string().optional(),
  facts: askedFactsSchema.optional(),
  /** The question that is still open, with what each option runs. */
  options: z.array(z.object({ label: z.string(), value: z.string(), request: z.string() })),
});

/** What a thread was about last: enough to understand the next message in it. */
export type ThreadState = z.infer<typeof threadStateSchema>;

const longestRequest = 2_000;

export function stateOf(answer: Answer, request: Request | undefined): ThreadState {
  const words = request === undefined ? undefined : formatRequest(request);
  const service = request?.verb === 'triage' || request?.verb === 'watch' ? request.service : undefined;
  const facts = { ...(service === undefined ? {} : { service }), ...answer.facts };
  return {
    v: 1,
    facts,
    options: (answer.asks?.[0]?.options ?? []).map(({ label, value, request }) => ({ label, value, request })),
    ...(words === undefined || words.length > longestRequest ? {} : { request: words }),
  };
}
