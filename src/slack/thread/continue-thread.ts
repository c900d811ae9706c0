import type { AskedFacts } from '../../core/ask/asked-facts.ts';
import type { Request } from '../../core/ask/request.ts';
import { namesNamespace } from '../channel-defaults.ts';
import type { ThreadState } from './thread-state.ts';

/** The option of the open question that these words name. */
export function chosenOption(state: ThreadState, words: string): ThreadState['options'][number] | undefined {
  const said = squeeze(words);
  return state.options.find((option) => squeeze(option.label) === said || squeeze(option.value) === said);
}

function squeeze(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "and from the internet?", "why is it down": words that lean on what was said before. */
const leansBack = /\b(it|its|it's|that|this|these|those|same|there|instead|also|then|and|why)\b/iu;
const longestFollowUp = 200;

/**
 * A message in a thread as a Request: an answer to the open question, or a request that inherits the thread's namespace
 * and cluster, and what was known when it leans on it. Throws Problem when the words make no request.
 */
export function continueThread(state: ThreadState, words: string, parse: (words: string) => Request): Request {
  const option = chosenOption(state, words);
  if (option !== undefined) return parse(option.request);
  const request = parse(words);
  const before = state.request === undefined ? undefined : parseAgain(state.request, parse);
  const here = namesNamespace.test(words) ? request : withArea(request, before);
  if (here.verb !== 'ask') return here;
  const open = state.options.length > 0;
  const known: AskedFacts =
    open || (words.length <= longestFollowUp && leansBack.test(words))
      ? { ...state.facts, ...knownOf(before), ...here.known }
      : here.known;
  // A free answer to the open question is read together with what it answers.
  const text = open && before?.verb === 'ask' ? `${before.text}\n${here.text}` : here.text;
  return { ...here, text, known };
}

function parseAgain(words: string, parse: (words: string) => Request): Request | undefined {
  try {
    return parse(words);
  } catch {
    return undefined;
  }
}

function knownOf(request: Request | undefined): AskedFacts {
  if (request?.verb === 'expose') return { workload: request.workload, ...request.known };
  return request?.verb === 'ask' || request?.verb === 'manifest' ? request.known : {};
}

function withArea(request: Request, before: Request | undefined): Request {
  if (before === undefined || before.verb === 'help' || before.verb === 'use') return request;
  if (request.verb === 'help' || request.verb === 'use' || request.verb === 'reach' || request.verb === 'review')
    return request;
  const asked = request.namespace !== undefined || request.allNamespaces === true;
  return {
    ...(before.cluster === undefined ? {} : { cluster: before.cluster }),
    ...(asked || before.namespace === undefined ? {} : { namespace: before.namespace }),
    ...request,
  };
}
