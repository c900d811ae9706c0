import { words } from '../understand/text/words.ts';

/** Words that carry a name, a type or a fact from one message to the next and say nothing by themselves. */
export const functionWords = words(
  `a an the and or but so if in on for with of to as at from by it that this them one same also too then now instead rather
   is are was were be been would could can should may might do does did i we you my our us me not no yes please just simply
   plain even only what how about why which wrong than use using used take took choose chose chosen go going make made turn
   change switch convert try keep give need want like prefer mean meant say said recommend suggest pick work works ok okay
   fine good better best possible option allowed service services svc deployment workload statefulset app namespace ns
   cluster type kind question thing there here all again case , ; : / . ? - -n actually sorry well hmm`,
);

/** True when nothing but function words is left after `said` is taken out of the words. */
export function saysOnly(text: string, said: readonly (RegExp | string)[]): boolean {
  let rest = ` ${text} `;
  for (const one of said) {
    if (typeof one === 'string') rest = rest.replaceAll(` ${one} `, ' , ');
    else rest = rest.replaceAll(new RegExp(one.source, 'gu'), ',');
  }
  return rest
    .split(' ')
    .filter((token) => token !== '')
    .every((token) => functionWords.has(token));
}
