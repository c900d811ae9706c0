import type { RecommendationType } from '../../answer/answer.ts';
import type { Request } from '../request.ts';
import { typeNames } from '../understand/intent/types.ts';
import { word } from '../understand/text/message.ts';
import { decisionOf } from './change.ts';
import { saysOnly } from './function-words.ts';
import type { Heard } from './heard.ts';
import { matterOf, type Turn } from './turn.ts';
import { yamlOf } from './yaml-of.ts';

const anyType = word(typeNames.map(({ names }) => names));
const asksWhyNot = /^(?:why|what is wrong)(?: |$)/u;
const wonders = /^(?:what (?:about|if)|how about|or|would|could|can|is|are|should|if)(?: |$)/u;

/**
 * A message about one type beside what was said: "why not NodePort?" and "and NodePort?" ask about it, "make it NodePort"
 * wants it, "not NodePort" rules it out. More than function words around the type is a question of its own.
 */
export function aboutType(turn: Turn, heard: Heard): Request | undefined {
  const types = [...new Set([...heard.mentioned, ...heard.denied])];
  const [type] = types;
  if (type === undefined || types.length > 1 || matterOf(turn) === 'area') return undefined;
  const words = heard.words;
  // "what is a headless Service?" is a lesson, whatever was said before.
  if (/^(?:what|which) (?:is|are) (?!wrong)/u.test(words)) return undefined;
  const said = [anyType, ...(heard.name === undefined ? [] : [heard.name])];
  if (!saysOnly(words, said)) {
    return isMade(words) && Object.keys(heard.facts).length > 0 ? yamlOf(turn, type, heard.facts) : undefined;
  }
  if (asksWhyNot.test(words)) return question(turn, type, /(?: |^)(?:not|no|wrong)(?: |$)/u.test(words));
  if (wonders.test(words) || (heard.asks && !isMade(words))) return question(turn, type, true);
  if (heard.denied.includes(type)) return without(turn, type, heard);
  const name = heard.name;
  return decisionOf(turn) === undefined ? undefined : yamlOf(turn, type, heard.facts, name);
}

function isMade(words: string): boolean {
  return /^(?:make|use|take|give|turn|change|switch|convert|go with|let it be|i want|we want)(?: |$)/u.test(words);
}

/** "why LoadBalancer?" about what was recommended wants the reasons for it. */
function question(turn: Turn, type: RecommendationType, not: boolean): Request | undefined {
  const decision = decisionOf(turn);
  if (decision === undefined) return undefined;
  return !not && turn.recommended === type ? { ...decision, why: true } : { ...decision, whyNot: type };
}

/** Without a load balancer to be had, the cluster is another one; any other type is merely ruled out. */
function without(turn: Turn, type: RecommendationType, { understood }: Heard): Request | undefined {
  if (type === 'LoadBalancer' && understood.noLoadBalancer) return undefined;
  const decision = decisionOf(turn);
  if (decision === undefined) return undefined;
  const not = [...new Set([...(decision.not ?? []), type])];
  return { ...decision, not, ...(turn.recommended === undefined ? {} : { was: turn.recommended }) };
}
