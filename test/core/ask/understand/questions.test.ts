import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/core/ask/understand/understand.ts';
import { isValid, readQuestions, score } from './score.ts';

const built = readQuestions('./questions/first.jsonl');
/** Not looked at while the rules were written: shows how well they hold for people's next questions. */
const heldOut = readQuestions('./questions/kept-aside-first.jsonl');

describe('questions in people’s own words', () => {
  it.each([
    {
      name: 'questions that the rules were written with',
      questions: built,
      floor: { intent: 0.97, recall: 0.97, precision: 0.97 },
    },
    { name: 'questions that were kept aside', questions: heldOut, floor: { intent: 0.9, recall: 0.9, precision: 0.95 } },
  ])('reaches the floor of each measure on $name', ({ questions, floor }) => {
    const { missed, ...shares } = score(questions);
    const below = Object.entries(floor).filter(([measure, least]) => shares[measure as keyof typeof floor] < least);
    expect(below, `${JSON.stringify(shares)}\n${missed.join('\n')}`).toEqual([]);
  });

  it('tells the language of a question', () => {
    const foreign = [...built, ...heldOut].filter((question) => question.lang !== undefined);
    const right = foreign.filter((question) => understand(question.text).language === question.lang);
    expect(foreign.length).toBeGreaterThan(60);
    expect(right.length / foreign.length).toBeGreaterThan(0.93);
  });

  it('says for every fact which words of the message it came from', () => {
    for (const { text } of [...built, ...heldOut]) {
      const { facts, words } = understand(text);
      expect(isValid(facts)).toBe(true);
      for (const fact of Object.keys(facts)) expect(words[fact as keyof typeof words], `${fact} of "${text}"`).toMatch(/\S/);
    }
  });

  it('has no question twice', () => {
    const texts = [...built, ...heldOut].map((question) => question.text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
