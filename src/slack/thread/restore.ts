import { z } from 'zod';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { Request } from '../../core/ask/request.ts';
import { understand } from '../../core/ask/understand/understand.ts';
import { fromSlackText, mentions } from '../slack-text.ts';
import { fromCarried } from './carried-state.ts';
import { continueThread } from './continue-thread.ts';
import { readsAsQuestion } from './reads-as-question.ts';
import { blankState, type ThreadState } from './thread-state.ts';

const messageSchema = z.object({
  ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
});
type Message = z.infer<typeof messageSchema>;

interface Here {
  readonly ts: string;
  readonly direct: boolean;
  readonly botUserId: string | undefined;
}

/**
 * What a thread is about, from the thread alone: our answers carry it in a button, and what people said to us after that is
 * understood again as it was then. Undefined for a thread in which we have not answered. What is restored is a request
 * like any typed one: whoever goes on is authorised for it then.
 */
export function restore(messages: readonly unknown[], here: Here, parse: (words: string) => Request): ThreadState | undefined {
  const { botUserId } = here;
  if (botUserId === undefined) return undefined;
  let state: ThreadState | undefined;
  let isOurs = false;
  for (const raw of messages) {
    const message = messageSchema.safeParse(raw).data;
    if (message === undefined || isLater(message, here)) continue;
    if (message.user === botUserId) {
      isOurs = true;
      state = fromCarried(message.blocks ?? []) ?? state;
    } else {
      state = afterWords(state, message, here, parse);
    }
  }
  return isOurs ? (state ?? blankState) : undefined;
}

const isLater = (message: Message, here: Here): boolean => Number(message.ts ?? 0) >= Number(here.ts);

/** The state after what a person said, when it was said to us and is no aside. */
function afterWords(
  state: ThreadState | undefined,
  message: Message,
  { direct, botUserId }: Here,
  parse: (words: string) => Request,
): ThreadState | undefined {
  const text = message.text ?? '';
  if (message.bot_id !== undefined || message.user === undefined) return state;
  const words = fromSlackText(text, botUserId);
  const isNamed = direct || mentions(text, botUserId);
  if (words === '' || (!isNamed && (state === undefined || !readsAsQuestion(words, state, parse, /<@[UW]/u.test(text)))))
    return state;
  try {
    const request = continueThread(state ?? blankState, words, parse);
    return request === undefined ? blankState : (stateOfWords(request, state) ?? state);
  } catch {
    return state;
  }
}

/** What a request alone tells, until an answer of ours tells more. */
function stateOfWords(request: Request, before: ThreadState | undefined): ThreadState | undefined {
  const words = parsable(request);
  if (request.verb === 'help' || request.verb === 'use' || words === undefined) return undefined;
  if (request.verb !== 'ask') return { v: 1, request: words, options: [] };
  const { intent, facts } = understand(request.text);
  const isAside = intent === 'concept' || intent === 'smalltalk' || intent === 'other';
  if (isAside && before?.request !== undefined) return undefined;
  return { v: 1, request: words, intent, facts: { ...facts, ...request.known }, options: [] };
}

const longest = 2_000;

function parsable(request: Request): string | undefined {
  const words = formatRequest(request);
  return words.length > longest ? undefined : words;
}
