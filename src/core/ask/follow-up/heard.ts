import type { RecommendationType } from '../../answer/answer.ts';
import { firstOf, type AskedFacts } from '../asked-facts.ts';
import { factFinders } from '../understand/facts/all.ts';
import { nameFacts } from '../understand/facts/names.ts';
import { readMessage } from '../understand/text/message.ts';
import { understand } from '../understand/understand.ts';
import type { Names, Understanding } from '../understand/understanding.ts';
import { deniedFacts } from './denied-facts.ts';

/** A message in a conversation, read as one that leans on what came before. */
export interface Heard {
  /** Its words in English with typos repaired, without signs and without words that only open or close a message. */
  readonly words: string;
  readonly asks: boolean;
  /** It begins as people do who change what was said: "and …", "what if …", "no, …", "with …". */
  readonly leads: boolean;
  readonly understood: Understanding;
  /** What it states, names aside. */
  readonly facts: AskedFacts;
  /** A Service or workload that it names. */
  readonly name?: string;
  readonly namespace?: string;
  readonly mentioned: readonly RecommendationType[];
  readonly denied: readonly RecommendationType[];
  readonly known: Names | undefined;
}

const opening =
  /^(?:ok|okay|k|well|hmm|hm|oh|ah|so|but|and|now|then|no ,|nope|yes ,|sorry|actually|also|hey|hi|hello|great|cool|nice|alright|please|pls|thanks|thank you|just|maybe|rather|in that case|could you|can you|would you|will you|can i|could i|may i|i want|i need|i would like|let us|lets|,|;|-) /u;
const closing = / (?:please|pls|then|thanks|thank you|though|now|too|as well|for me|here|instead|\?|!|,|;)$/u;
const leadIn =
  /^(?:(?:ok|okay|well|but|so|hmm|oh|no|nope|sorry|actually|yes) ,? ?)*(?:and|or|but|what (?:if|about|is with)|how about|if|with|without|in|on|for|from|make|use|no|not|only|same|also|actually|rather|try|now|then|instead|keep|say|assume|suppose|it is|it has|it needs|it speaks|it also)(?: |$)/u;

/** Pure, and linear in the length of the text. */
export function hear(text: string, known: Names | undefined): Heard {
  const message = readMessage(text, known);
  const understood = understand(text, known);
  const found = factFinders.flatMap((finder) => finder(message, 'decide'));
  const names = Object.fromEntries(nameFacts(message, 'explain').map((one) => [one.fact, one.value])) as AskedFacts;
  const {
    workload: _w,
    service: _s,
    namespace: _n,
    ...facts
  } = Object.fromEntries(found.map((one) => [one.fact, one.value])) as AskedFacts;
  const name = firstOf(names.service) ?? firstOf(names.workload);
  const namespace = firstOf(names.namespace);
  return {
    words: strip(message.canonical),
    asks: message.canonical.includes('?'),
    leads: leadIn.test(message.canonical),
    understood,
    facts: deniedFacts(message.canonical, facts, understood),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    mentioned: understood.mentioned,
    denied: understood.denied,
    known,
  };
}

const longest = 400;

function strip(canonical: string): string {
  let words = canonical
    .slice(0, longest)
    .replaceAll(/[.!"'()]+(?= |$)/gu, '')
    .replaceAll(/ +/gu, ' ')
    .trim();
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(opening, '').replace(closing, '').trim();
  }
  return words;
}
