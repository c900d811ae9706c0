import type { AskedFacts } from '../../core/ask/asked-facts.ts';
import { followUp, type FollowUp, type KnownNames } from '../../core/ask/follow-up/follow-up.ts';
import type { Request } from '../../core/ask/request.ts';
import { namesNamespace } from '../channel-defaults.ts';
import { turnOf, type ThreadState } from './thread-state.ts';

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
 * A message in a thread as a Request: an answer to the open question, a change of what was said, or a request that
 * inherits the thread's namespace and cluster, and what was known when it leans on it. Undefined when the person wants
 * to start over. Throws Problem when the words make no request.
 */
export function continueThread(
  state: ThreadState,
  words: string,
  parse: (words: string) => Request,
  known?: KnownNames,
): Request | undefined {
  const option = chosenOption(state, words);
  if (option !== undefined) return parse(option.request);
  const turn = turnOf(state, parse);
  const follows: FollowUp | undefined = turn === undefined ? undefined : followUp(turn, words, known);
  if (follows !== undefined && 'forget' in follows) return undefined;
  if (follows !== undefined && 'request' in follows) return follows.request;
  const alone = follows !== undefined;
  const request = parse(words);
  const before = turn?.request;
  const here = namesNamespace.test(words) ? request : withArea(request, before);
  if (here.verb !== 'ask') return here;
  const open = state.options.length > 0 && !alone;
  const facts: AskedFacts =
    open || (words.length <= longestFollowUp && leansBack.test(words))
      ? { ...state.facts, ...knownOf(before), ...here.known }
      : here.known;
  // A free answer to the open question is read together with what it answers.
  const text = open && before?.verb === 'ask' ? `${before.text}\n${here.text}` : here.text;
  return { ...here, text, known: facts };
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
