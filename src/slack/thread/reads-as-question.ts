import { followUp, type KnownNames } from '../../core/ask/follow-up/follow-up.ts';
import { hear } from '../../core/ask/follow-up/heard.ts';
import { wishIn, type Wish } from '../../core/ask/follow-up/wishes.ts';
import type { Request } from '../../core/ask/request.ts';
import { chosenOption } from './continue-thread.ts';
import { turnOf, type ThreadState } from './thread-state.ts';

const interrogative =
  /^(how|why|what|which|where|when|who|is|are|does|do|did|can|could|should|would|will|and if|what if|wie|warum|was|welche|kann|comment|pourquoi|quel|qu|cómo|como|por qué|por que|qué|cuál|qual|kya|kaise)(?![\p{L}\p{N}])|^(为什么|怎么|如何)/iu;
const kubernetesWords =
  /\b(services?|svcs?|pods?|endpoints?|endpointslices?|ports?|nodeports?|targetport|clusterip|load ?balancers?|externalname|headless|ingress(es)?|gateways?|httproutes?|expos\w*|namespaces?|deployments?|statefulsets?|daemonsets?|replicas?|selectors?|labels?|dns|yaml|manifest|kubectl|clusters?|probes?|ready|readiness|network ?polic(y|ies)|traffic|internet|reach\w*)\b/iu;
const leansBack = /\b(it|that|this|same|instead)\b/iu;
const toPeople = /\b(you|your|u|anyone|anybody|someone|somebody|guys|folks|we|us|lunch|coffee|thanks|thank|thx|lgtm)\b/iu;
/** Who tells what was done, or will be, tells it to the others. */
const tells =
  /(?:^|\s)(?:i|i'm|i'll|i've|i'd|im|ive|we're|we'll|we've|he|she|they|they're|let me|lemme|someone|deployed|fixed|merged|rolled|pushed|restarted|reverted|changed|moved|shipped|done|tomorrow|tonight|yesterday|later|soon|minutes?|mins?|meeting|looks? (?:good|ok|fine|like|great)|works now|working on|lol|haha|ouch|damn|wow|nice|cool)(?:$|[\s,.!?])/iu;
const shortQuestion = 80;
const mostWords = 12;

/** Wishes that a person on the way past may mean for the others, unless it is a question. */
const needsMark: ReadonlySet<Wish> = new Set<Wish>(['triage', 'again', 'assume', 'list', 'other-one', 'everywhere']);
const imperative =
  /^(?:(?:ok|now|and|so|please|pls|just|then|k8s-svc)[\s,]+)*(?:triage|debug|diagnose|recheck|check (?:it|that|this|again|once)|try again|look again|run it|list|show|scan|the other|other one|all namespaces|in all|everywhere|across)\b/iu;

/**
 * Whether a message in a thread of ours is meant for k8s-svc and not for the people in it. It stays quiet in doubt: a
 * mention always reaches it. `toOthers` says that the message mentions somebody else; `known` are the names that exist.
 */
export function readsAsQuestion(
  words: string,
  state: ThreadState,
  parse: (words: string) => Request,
  toOthers: boolean,
  known?: KnownNames,
): boolean {
  const said = words.trim();
  if (said === '') return false;
  if (/\bk8s-svc\b/iu.test(said)) return true;
  if (toOthers) return false;
  if (chosenOption(state, said) !== undefined) return true;
  const asks = said.includes('?') || interrogative.test(said);
  if (!toPeople.test(said) || /^what if (?:we|you)\b/iu.test(said)) {
    const leans = readsAsFollowUp(said, state, parse, known);
    if (leans !== undefined) return leans;
  }
  if (isRequest(said, parse)) return true;
  if (toPeople.test(said) || (tells.test(said) && !said.includes('?'))) return false;
  if (!asks) return state.options.length > 0 && said.split(/\s+/u).length <= 4 && kubernetesWords.test(said);
  return kubernetesWords.test(said) || (said.length <= shortQuestion && (leansBack.test(said) || /^why\W*$/iu.test(said)));
}

/** Undefined when it is no follow-up, or one that anybody could say to anybody. */
function readsAsFollowUp(
  said: string,
  state: ThreadState,
  parse: (words: string) => Request,
  known: KnownNames | undefined,
): boolean | undefined {
  // "no, I meant api" tells nothing but the name.
  if (said.split(/\s+/u).length > mostWords || tells.test(said.replace(/\bI (?:mean|meant)\b/iu, ''))) return undefined;
  const turn = turnOf(state, parse);
  const follows = turn === undefined ? undefined : followUp(turn, said, known);
  if (follows === undefined || 'alone' in follows) return undefined;
  const heard = hear(said, known);
  if ('forget' in follows) return heard.words.startsWith('start');
  const wish = wishIn(heard.words);
  if (wish !== undefined) return !needsMark.has(wish) || heard.asks || imperative.test(said);
  const isType = heard.mentioned.length > 0 && heard.words.split(' ').length <= 2;
  return heard.asks || interrogative.test(said) || heard.leads || turn?.open === true || isType;
}

/** `watch out` and `help me` are no requests: what stands for a name there is none. */
const noNames =
  /^(?:watch|why|explain|debug|describe|triage|use|expose|help|list|scan)\s+(?:out|it|this|that|them|me|us|you|bother|please|not|so|now|later|everything|everyone|all|these|those|up|your|my|our|the|a|done|\w+ly)\W*$/iu;

function isRequest(said: string, parse: (words: string) => Request): boolean {
  if (noNames.test(said)) return false;
  try {
    return parse(said).verb !== 'ask';
  } catch {
    return false;
  }
}
