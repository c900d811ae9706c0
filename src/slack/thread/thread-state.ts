import { z } from 'zod';
import { intents, type Answer } from '../../core/answer/answer.ts';
import { parseRecommendationType } from '../../core/ask/recommendation-type.ts';
import { askedFactsSchema } from '../../core/ask/asked-facts.ts';
import { settled } from '../../core/ask/follow-up/settled.ts';
import type { Turn } from '../../core/ask/follow-up/turn.ts';
import type { Request } from '../../core/ask/request.ts';
import { formatRequest } from '../../core/ask/format-request.ts';

const type = z
  .string()
  .transform((word) => parseRecommendationType(word))
  .optional();

export const threadStateSchema = z.object({
  v: z.literal(1),
  /** The last request in this thread, in words. */
  request: z.string().optional(),
  /** What its answer was. */
  intent: z.enum(intents).optional(),
  facts: askedFactsSchema.optional(),
  recommended: type,
  /** The next best type. */
  other: type,
  /** The question that is still open, with what each option runs. */
  options: z.array(z.object({ label: z.string(), value: z.string(), request: z.string() })),
});

/** What a thread was about last: enough to understand the next message in it. */
export type ThreadState = z.infer<typeof threadStateSchema>;

/** Nothing was said yet, or all of it was forgotten. */
export const blankState: ThreadState = { v: 1, options: [] };

const longestRequest = 2_000;

export function stateOf(answer: Answer, request: Request | undefined): ThreadState {
  const words = request === undefined ? undefined : formatRequest(settled(request, answer));
  const service = request?.verb === 'triage' || request?.verb === 'watch' ? request.service : undefined;
  const facts = { ...(service === undefined ? {} : { service }), ...answer.facts };
  const { recommendation } = answer;
  const other = recommendation?.alternatives[0]?.type;
  return {
    v: 1,
    intent: answer.intent,
    facts,
    ...(recommendation === undefined ? {} : { recommended: recommendation.type }),
    ...(other === undefined ? {} : { other }),
    options: (answer.asks?.[0]?.options ?? []).map(({ label, value, request }) => ({ label, value, request })),
    ...(words === undefined || words.length > longestRequest ? {} : { request: words }),
  };
}

/** Thanks, a lesson, a help text or words that made no request leave what the thread is about as it is. */
export function isAside(answer: Answer, request: Request | undefined): boolean {
  if (request === undefined) return true;
  if (request.verb === 'help' || request.verb === 'use') return true;
  return request.verb === 'ask' && ['concept', 'smalltalk', 'other'].includes(answer.intent);
}

/** The state after an answer: an aside keeps the one before, with its open question. */
export function nextState(before: ThreadState | undefined, answer: Answer, request: Request | undefined): ThreadState {
  return before?.request !== undefined && isAside(answer, request) ? before : stateOf(answer, request);
}

/** The state as the core reads it; undefined when the thread is about nothing yet, or says so in words of another version. */
export function turnOf(state: ThreadState, parse: (words: string) => Request): Turn | undefined {
  if (state.request === undefined) return undefined;
  let request: Request;
  try {
    request = parse(state.request);
  } catch {
    return undefined;
  }
  const known = 'known' in request ? request.known : {};
  return {
    request,
    facts: { ...state.facts, ...known },
    open: state.options.length > 0,
    ...(state.intent === undefined ? {} : { intent: state.intent }),
    ...(state.recommended === undefined ? {} : { recommended: state.recommended }),
    ...(state.other === undefined ? {} : { other: state.other }),
  };
}
