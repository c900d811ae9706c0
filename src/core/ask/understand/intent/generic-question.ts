import { word } from '../text/message.ts';
import { asking } from './shape.ts';
import { failureWords, hypothetical } from './failure-words.ts';
import { choiceWords } from './vocabulary.ts';

/** Names that stand for any name. */
export const placeholder =
  /^(?:[a-z]|xxx?|foo|bar|baz|my-?(?:svc|service|app|pod|deployment|namespace|ns|web|nginx|name)|(?:some|your|svc|service|app|ns|namespace)-?name|example|test-?(?:svc|service)|abc)$/;
/** "my services" is as general as "services"; one of them is not. */
const possessive = word(
  '(my|our|mine|ours)(?! (normal |other |own )*(services|pods|cluster|apps|nodes|clients|endpoints))|i (deployed|installed|created|set|ran)|we (deployed|installed|created|have)',
);
const seeksCause = word(
  'because|cause|caused|causes|culprit|related|due to|broken|wrong|problem|issue|bug in|going on|happening|reason for this|missing|help|idea|ideas|clue|debug|fix|solve|check|look',
);

/** Asks how things are, in a clause that names nothing of this person's and neither chooses nor looks for a cause. */
export function isGeneric(clause: string, ownNames: ReadonlySet<string>): boolean {
  if (!asking.test(clause) || /^(?:so |and |but )*why (?:is|are|does|do) (?:that|this|it|they)\b/.test(clause)) return false;
  if (clause.split(' ').some((one) => ownNames.has(one)) || possessive.test(clause)) return false;
  return !choiceWords.test(clause) && !seeksCause.test(clause) && !failureWords.test(clause.replace(hypothetical, 'then'));
}
