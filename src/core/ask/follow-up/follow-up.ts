import type { AskedFacts } from '../asked-facts.ts';
import { parseWords } from '../parse-words.ts';
import type { Request } from '../request.ts';
import type { Names } from '../understand/understanding.ts';
import { changeOf } from './change-of.ts';
import { hear, type Heard } from './heard.ts';
import { aboutName } from './about-name.ts';
import { aboutType } from './about-type.ts';
import { grantWish } from './grant-wish.ts';
import type { Places } from './stages.ts';
import { areaOfTurn, type Turn } from './turn.ts';
import { wishIn } from './wishes.ts';

export type KnownNames = Names & Places;

/** What a message in a conversation comes to; `alone`: a question of its own, nothing that was said before belongs in it. */
export type FollowUp = { readonly request: Request } | { readonly forget: true } | { readonly alone: true };

const longestMessage = 300;

/**
 * A message that changes what was said before and keeps the rest, as a Request; undefined when nothing tells how it leans
 * on that. Pure; throws nothing. `known` are the names that exist, as far as they can be read.
 */
export function followUp(turn: Turn, text: string, known?: KnownNames): FollowUp | undefined {
  const heard = hear(text, known);
  if (text.length > longestMessage) return standsAlone(heard) ? { alone: true } : undefined;
  const wish = wishIn(heard.words);
  if (wish === 'forget') return { forget: true };
  const request = (wish === undefined ? undefined : grantWish(wish, turn, heard)) ?? aboutType(turn, heard);
  if (request !== undefined) return { request };
  if (isCommand(text)) return { alone: true };
  const named = wishAbout(turn, heard, known) ?? aboutName(turn, heard, known);
  if (named !== undefined) return { request: named };
  if (standsAlone(heard)) return { alone: true };
  const changed = changeOf(turn, heard, known);
  return changed === undefined ? undefined : { request: changed };
}

/** "is api broken?", "tell me about api": the wish as it would be about "it", in the area of the conversation. */
function wishAbout(turn: Turn, heard: Heard, known: KnownNames | undefined): Request | undefined {
  const { name, words } = heard;
  if (name === undefined || known === undefined || ![...known.services, ...known.workloads].includes(name)) return undefined;
  const wish = wishIn(` ${words} `.replace(` ${name} `, ' it ').trim());
  if (wish !== 'triage' && wish !== 'explain' && wish !== 'watch') return undefined;
  const area = { ...areaOfTurn(turn), ...(heard.namespace === undefined ? {} : { namespace: heard.namespace }) };
  if (wish === 'explain') return { verb: 'explain', services: [name], ...area };
  return wish === 'watch' ? { verb: 'watch', service: name, ...area } : { verb: 'triage', service: name, why: false, ...area };
}

/** A line of the grammar, or one that was meant to be. */
export function isCommand(text: string): boolean {
  try {
    return parseWords(text).verb !== 'ask';
  } catch {
    return true;
  }
}

/** A question with a matter of its own: nothing of what was said before belongs into it. */
function standsAlone({ understood, name, facts, leads }: Heard): boolean {
  const { intent, confidence, otherField, pastedYaml } = understood;
  if (otherField !== undefined || pastedYaml.length > 0) return true;
  if (confidence === 'guess') return false;
  switch (intent) {
    case 'decide':
      return name !== undefined;
    case 'other':
    case 'smalltalk':
    case 'manifest':
      return false;
    case 'explain':
    case 'triage':
      return name !== undefined || isEmpty(facts);
    default:
      return !leads || isEmpty(facts);
  }
}

const isEmpty = (facts: AskedFacts): boolean => Object.keys(facts).length === 0;
