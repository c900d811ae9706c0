import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { topics } from '../../../src/core/concept/all-topics.ts';
import { conceptAnswer, noTopicAnswer } from '../../../src/core/concept/concept-answer.ts';
import { findTopic } from '../../../src/core/concept/find-topic.ts';
import { prose } from '../../../src/core/concept/prose.ts';
import { declineAnswer, smalltalkAnswer } from '../../../src/core/concept/small-answers.ts';

describe('the topics', () => {
  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s has 55 to 170 words, questions, an official source and closed code marks',
    (_id, topic) => {
      const words = [topic.summary, ...topic.body].join(' ');
      expect(words.split(/\s+/u).length).toBeGreaterThanOrEqual(55);
      expect(words.split(/\s+/u).length).toBeLessThanOrEqual(170);
      expect(topic.askedAs.length).toBeGreaterThanOrEqual(3);
      expect(topic.source).toMatch(
        /^https:\/\/(kubernetes\.io\/docs|minikube\.sigs\.k8s\.io\/docs|kind\.sigs\.k8s\.io\/docs|docs\.k3s\.io)\//u,
      );
      for (const paragraph of [topic.summary, ...topic.body]) expect((paragraph.match(/`/gu) ?? []).length % 2).toBe(0);
    },
  );

  it('have ids of their own', () => {
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
  });

  it('are found by the questions they name', () => {
    const missed = topics.flatMap((topic) =>
      topic.askedAs.filter((question) => {
        const result = findTopic(question);
        return result.found === undefined || ![result.found.topic, ...result.related].includes(topic);
      }),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ['differnce between loadbalncer and nodprt', 'nodeport-vs-loadbalancer'],
    ['what is a headles servce', 'headless-purpose'],
    ['can i pingg a cluster ip', 'clusterip-ping'],
    ['quelle différence entre Local et Cluster pour externalTrafficPolicy ?', 'externaltrafficpolicy-local'],
    ['stickyness timeout of clientip', 'session-affinity'],
    ['node port range', 'nodeport-range'],
  ])('are found through typos and other languages: %s', (question, id) => {
    expect(findTopic(question).found?.topic.id).toBe(id);
  });

  it('are not invented for what they do not hold', () => {
    for (const question of ['', 'which pizza is best on fridays', '???', 'how do I bake bread at home with rye flour']) {
      expect(findTopic(question).found).toBeUndefined();
    }
  });

  it('are searched without a crash, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const score = findTopic(text).found?.score ?? 0;
        return score >= 0 && score <= 1;
      }),
    );
  });
});

describe('the answers', () => {
  it('show the topic, its source and the topics beside it as questions to press', () => {
    const result = findTopic('what does clusterIP: None mean');
    if (result.found === undefined) throw new Error('no topic');
    const said = conceptAnswer(result.found.topic, result.related);
    expect([said.topic, said.intent, flatten(said.headline).slice(0, 42)]).toEqual([
      'headless-purpose',
      'concept',
      'A headless Service has clusterIP: None: th',
    ]);
    for (const { request } of said.actions) expect(parseWords(request).verb).toBe('ask');
    expect(said.parts.at(-1)).toMatchObject({ kind: 'note' });
  });

  it('say that nothing fits and offer what is nearest', () => {
    expect(flatten(noTopicAnswer([]).headline)).toContain('no answer');
    expect(noTopicAnswer(topics.slice(0, 3)).actions).toHaveLength(3);
  });

  it('are kind to thanks and to a hello', () => {
    expect(flatten(smalltalkAnswer('cheers mate').headline)).toContain('welcome');
    expect(flatten(smalltalkAnswer('hi').headline)).toContain('Hello');
  });

  it('decline in one sentence that says what can be asked', () => {
    expect(flatten(declineAnswer('Docker Compose').headline)).toMatchInlineSnapshot(
      `"That sounds like Docker Compose, which I know nothing about: I help with Kubernetes Services — which type to use, what a Service does, its manifest, and why it does not work."`,
    );
    expect(declineAnswer().recommendation).toBeUndefined();
  });

  it('turn backticks into code and leave the rest as it is', () => {
    expect(prose('set `a: b` now')).toEqual([
      { is: 'plain', value: 'set ' },
      { is: 'code', value: 'a: b' },
      { is: 'plain', value: ' now' },
    ]);
  });
});
