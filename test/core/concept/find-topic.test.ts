import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/core/ask/understand/understand.ts';
import { topics } from '../../../src/core/concept/all-topics.ts';
import { comparedSides } from '../../../src/core/concept/compared-sides.ts';
import { findTopic, topicTitled } from '../../../src/core/concept/find-topic.ts';

interface Asked {
  readonly ask: string;
  /** Any of these answers it. */
  readonly topic: readonly string[];
}

function read(file: string): readonly Asked[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** As the assistant asks: with the message, and with the message as it was understood. */
const found = (text: string) => findTopic(text, understand(text).canonical);

function shares(questions: readonly Asked[]) {
  const results = questions.map(({ ask, topic }) => {
    const result = found(ask);
    const shown = result.found === undefined ? result.nearest : [result.found.topic, ...result.related];
    return { first: topic.includes(result.found?.topic.id ?? ''), shown: shown.some((one) => topic.includes(one.id)) };
  });
  const share = (which: 'first' | 'shown') => results.filter((one) => one[which]).length / results.length;
  return { first: share('first'), shown: share('shown') };
}

describe('questions in people’s own words', () => {
  it.each([
    { file: 'questions.jsonl', first: 0.94, shown: 0.98 },
    // Other people’s wordings (interview questions, titles of forum threads); the search is not tuned on them.
    { file: 'questions-kept-aside.jsonl', first: 0.8, shown: 0.93 },
  ])('find their topic, those of $file', ({ file, first, shown }) => {
    const questions = read(file);
    const said = new Set(topics.flatMap((topic) => topic.askedAs));
    expect(questions.filter(({ ask }) => said.has(ask))).toEqual([]);
    for (const { topic } of questions) expect(topics.map((one) => one.id)).toEqual(expect.arrayContaining([...topic]));
    const right = shares(questions);
    expect(right.first).toBeGreaterThanOrEqual(first);
    expect(right.shown).toBeGreaterThanOrEqual(shown);
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

  it.each([
    ['externalTrafficPolicy', 'externaltrafficpolicy-local'],
    ['what about spec.loadBalancerSourceRanges', 'source-ranges'],
    ['publishNotReadyAddresses?', 'publish-not-ready'],
    ['tell me about ipFamilyPolicy in our shop', 'dual-stack'],
    ['trafficDistribution', 'topology'],
    ['healthCheckNodePort meaning', 'health-check-node-port'],
  ])('go to the topic of the field that they name: %s', (question, id) => {
    expect(findTopic(question).found?.topic.id).toBe(id);
  });

  it('say nothing when they are of no field of ours', () => {
    for (const question of [
      '',
      '???',
      'which pizza is best on fridays',
      'how do I bake bread at home with rye flour',
      'who won the football match yesterday',
      'lorem ipsum dolor sit amet',
      'can you book a meeting room for tomorrow',
      'my git rebase has conflicts',
      'how do I write a for loop in python',
      'what is the capital of france',
    ]) {
      expect([question, found(question).found?.topic.id]).toEqual([question, undefined]);
    }
  });

  it('may be anything without a crash', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'a'.repeat(5000),
        '`{{service:x}}`',
        'vs vs vs',
        'or',
        'difference between',
        '10.0.0.1'.repeat(200),
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, (text, retold) => {
        const { found: best } = findTopic(text, retold);
        return best === undefined || (best.score >= 0 && best.score <= 1 && best.likeness > 0 && best.likeness < 1.5);
      }),
      { numRuns: 60 },
    );
  });

  it('of any length are answered at once', () => {
    const questions = read('questions.jsonl').map((one) => one.ask);
    const cpuMs = (run: () => void) => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const all = () => questions.forEach((question) => findTopic(question));
    all();
    // Half a millisecond when nothing else runs; processor time, since other tests run beside it.
    expect(cpuMs(all) / questions.length).toBeLessThan(4);
    expect(cpuMs(() => findTopic('what is a-b.c_d '.repeat(10_000)))).toBeLessThan(200);
  });
});

describe('a comparison', () => {
  const isKnown = (word: string) => !['unterschi', 'zwischen'].includes(word);
  const sides = (text: string) => comparedSides(text, isKnown).map((side) => [...side]);

  it.each([
    ['NodePort vs LoadBalancer', [['nodeport'], ['loadbalancer']]],
    ['what is the difference between a ClusterIP and a headless service', [['clusterip'], ['headless']]],
    ['ingress or gateway?', [['ingress'], ['gateway']]],
    ['Unterschied zwischen ClusterIP und NodePort', [['clusterip'], ['nodeport']]],
  ])('has two sides: %s', (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });

  it('is none where nothing is set against another thing', () => {
    expect(sides('what is a NodePort')).toEqual([]);
    expect(sides('pods and services in one namespace')).toEqual([]);
    expect(sides('NodePort vs NodePort')).toEqual([]);
  });
});

describe('a title', () => {
  it('asks for its topic, as the buttons of other answers do', () => {
    for (const topic of topics) expect(topicTitled(topic.title)).toBe(topic);
    expect(topicTitled('no such title')).toBeUndefined();
  });
});
