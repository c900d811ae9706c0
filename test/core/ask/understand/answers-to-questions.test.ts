import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/answer/answer.ts';
import { answerText } from '../../../../src/core/ask/answer-text.ts';
import { understand } from '../../../../src/core/ask/understand/understand.ts';
import { renderPlain } from '../../../../src/render/terminal/render-terminal.ts';
import { readQuestions, type Question } from './score.ts';

/** Read, decided or looked up, and answered: from the words alone, no cluster. */
function answerTo(text: string): Answer {
  const outcome = answerText({ request: { verb: 'ask', text, known: {} }, understood: understand(text), offline: true });
  if (!('answer' in outcome)) throw new Error('offline there is always an answer');
  return outcome.answer;
}

function isDecidedRight({ text, answer, ask_for }: Question): boolean {
  const { recommendation, asks = [] } = answerTo(text);
  if (answer !== 'ask') return (answer ?? []).some((type) => type === recommendation?.type);
  return recommendation === undefined && asks.some(({ fact }) => (ask_for ?? [fact]).includes(fact));
}

/** Shows a topic that is right, or says what any right answer says. */
function isTaughtRight({ text, topic, must_say }: Question): boolean {
  const answer = answerTo(text);
  if (topic !== undefined) return topic.some((id) => id === answer.topic);
  const said = renderPlain(answer);
  return (must_say ?? []).every((pattern) => new RegExp(pattern, 'is').test(said));
}

describe('the answers to questions in people’s own words', () => {
  it.each([
    { name: 'questions that were learned from', files: ['first'], floor: { decided: 0.95, taught: 0.93 } },
    {
      name: 'other people’s questions that were learned from',
      files: ['second', 'third'],
      floor: { decided: 0.95, taught: 0.89 },
    },
    { name: 'questions that were kept aside', files: ['kept-aside-first'], floor: { decided: 0.85, taught: 0.74 } },
    {
      name: 'other people’s questions that were kept aside',
      files: ['kept-aside-second'],
      floor: { decided: 0.85, taught: 0.75 },
    },
  ])('recommend the right type and show the right topic for $name', ({ files, floor }) => {
    const questions = files.flatMap((file) => readQuestions(`./questions/${file}.jsonl`));
    const decided = questions.filter((one) => one.answer !== undefined);
    const taught = questions.filter((one) => one.topic !== undefined || one.must_say !== undefined);
    const wrong = [...decided.filter((one) => !isDecidedRight(one)), ...taught.filter((one) => !isTaughtRight(one))];
    const share = (of: readonly Question[]) => 1 - of.filter((one) => wrong.includes(one)).length / of.length;
    const shares = { decided: share(decided), taught: share(taught) };
    const below = Object.entries(floor).filter(([measure, least]) => shares[measure as keyof typeof floor] < least);
    expect(below, `${JSON.stringify(shares)}\n${wrong.map((one) => `${one.id} ${one.text}`).join('\n')}`).toEqual([]);
  });
});
