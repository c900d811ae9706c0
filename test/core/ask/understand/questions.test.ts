import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/core/ask/understand/understand.ts';
import { isValid, readQuestions, score } from './score.ts';

const read = (...files: readonly string[]) => files.flatMap((file) => readQuestions(`./questions/${file}.jsonl`));
/** What `npm run gen` counts the words of, and what the rules were written with. */
const learned = read('first', 'second', 'third');
/** Not looked at while the rules were written: these show how well they hold for people's next questions. */
const keptAside = read('kept-aside-first');
/** The same of other people, who did not know the rules. */
const othersAside = read('kept-aside-second');

describe('questions in people’s own words', () => {
  it.each([
    { name: 'questions that were learned from', questions: learned, floor: { intent: 0.97, recall: 0.96, precision: 0.97 } },
    { name: 'questions that were kept aside', questions: keptAside, floor: { intent: 0.92, recall: 0.9, precision: 0.95 } },
    {
      name: 'other people’s that were kept aside',
      questions: othersAside,
      floor: { intent: 0.91, recall: 0.87, precision: 0.96 },
    },
  ])('reaches the floor of each measure on $name', ({ questions, floor }) => {
    const { missed, ...shares } = score(questions);
    const below = Object.entries(floor).filter(([measure, least]) => shares[measure as keyof typeof floor] < least);
    expect(below, `${JSON.stringify(shares)}\n${missed.join('\n')}`).toEqual([]);
  });

  it('tells the language of a question', () => {
    const foreign = [...learned, ...keptAside, ...othersAside].filter((question) => question.lang !== undefined);
    const right = foreign.filter((question) => understand(question.text).language === question.lang);
    expect(foreign.length).toBeGreaterThan(60);
    expect(right.length / foreign.length).toBeGreaterThan(0.93);
  });

  it('says for every fact which words of the message it came from', () => {
    for (const { text } of [...learned, ...keptAside, ...othersAside]) {
      const { facts, words } = understand(text);
      expect(isValid(facts)).toBe(true);
      for (const fact of Object.keys(facts)) expect(words[fact as keyof typeof words], `${fact} of "${text}"`).toMatch(/\S/);
    }
  });

  it('has no question twice', () => {
    const texts = [...learned, ...keptAside, ...othersAside].map((question) => question.text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
