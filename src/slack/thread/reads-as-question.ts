import type { Request } from '../../core/ask/request.ts';
import { chosenOption } from './continue-thread.ts';
import type { ThreadState } from './thread-state.ts';

const interrogative =
  /^(how|why|what|which|where|when|who|is|are|does|do|did|can|could|should|would|will|and if|what if|wie|warum|was|welche|kann|comment|pourquoi|quel|qu|cómo|como|por qué|por que|qué|cuál|qual|kya|kaise|为什么|怎么|如何)/iu;
const kubernetesWords =
  /\b(services?|svcs?|pods?|endpoints?|endpointslices?|ports?|nodeports?|targetport|clusterip|load ?balancers?|externalname|headless|ingress(es)?|gateways?|httproutes?|expos\w*|namespaces?|deployments?|statefulsets?|daemonsets?|replicas?|selectors?|labels?|dns|yaml|manifest|kubectl|clusters?|probes?|ready|readiness|network ?polic(y|ies)|traffic|internet|reach\w*)\b/iu;
const leansBack = /\b(it|that|this|same|instead)\b/iu;
const toPeople = /\b(you|your|u|anyone|anybody|someone|somebody|guys|folks|we|us|lunch|thanks|thank|thx|lgtm)\b/iu;
const shortQuestion = 80;

/**
 * Whether a message in a thread of ours is meant for k8s-svc and not for the people in it. It stays quiet in doubt: a
 * mention always reaches it. `toOthers` says that the message mentions somebody else.
 */
export function readsAsQuestion(
  words: string,
  state: ThreadState,
  parse: (words: string) => Request,
  toOthers: boolean,
): boolean {
  const said = words.trim();
  if (said === '') return false;
  if (/\bk8s-svc\b/iu.test(said)) return true;
  if (toOthers) return false;
  if (chosenOption(state, said) !== undefined) return true;
  if (isCommand(said, parse)) return true;
  if (toPeople.test(said)) return false;
  const asks = said.includes('?') || interrogative.test(said);
  if (!asks) return state.options.length > 0 && said.split(/\s+/u).length <= 4 && kubernetesWords.test(said);
  return kubernetesWords.test(said) || (said.length <= shortQuestion && (leansBack.test(said) || /^why\W*$/iu.test(said)));
}

function isCommand(words: string, parse: (words: string) => Request): boolean {
  try {
    return parse(words).verb !== 'ask';
  } catch {
    return false;
  }
}
