import { describe, expect, it } from 'vitest';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { continueThread } from '../../src/slack/thread/continue-thread.ts';
import { readsAsQuestion } from '../../src/slack/thread/reads-as-question.ts';
import type { ThreadState } from '../../src/slack/thread/thread-state.ts';

const quiet: ThreadState = {
  v: 1,
  options: [],
  request: 'triage checkout -n shop --cluster prod',
  facts: { service: 'checkout' },
};
const open: ThreadState = {
  v: 1,
  request: 'ask -- how do I expose web?',
  facts: { workload: 'web' },
  options: [
    { label: 'Pods in the cluster', value: 'cluster', request: 'expose web --audience cluster' },
    { label: 'The internet', value: 'internet', request: 'expose web --audience internet' },
  ],
};

describe('continueThread', () => {
  it.each(['The internet', 'internet', 'the internet!', ' INTERNET. '])(
    'takes "%s" as the answer to the open question',
    (words) => {
      expect(continueThread(open, words, parseWords)).toEqual(parseWords('expose web --audience internet'));
    },
  );

  it('reads a free answer together with the question', () => {
    expect(continueThread(open, 'only our VPN', parseWords)).toEqual({
      verb: 'ask',
      text: 'how do I expose web?\nonly our VPN',
      known: { workload: 'web' },
    });
  });

  it.each([
    ['explain web', { verb: 'explain', services: ['web'], namespace: 'shop', cluster: 'prod' }],
    ['explain web -n mail', { verb: 'explain', services: ['web'], namespace: 'mail' }],
    ['scan -A', { verb: 'scan', allNamespaces: true, cluster: 'prod' }],
    ['help', { verb: 'help' }],
    ['why is it down?', { verb: 'triage', service: 'checkout', why: false, namespace: 'shop', cluster: 'prod' }],
    [
      'how do I expose postgres',
      { verb: 'ask', text: 'how do I expose postgres', known: {}, namespace: 'shop', cluster: 'prod' },
    ],
    ['is web in namespace mail up', { verb: 'ask', text: 'is web in namespace mail up', known: {} }],
  ])('reads "%s" with the area of the thread', (words, request) => {
    expect(continueThread(quiet, words, parseWords)).toEqual(request);
  });
});

describe('readsAsQuestion', () => {
  it.each([
    'why?',
    'why is it down?',
    'explain web',
    'triage web -n shop',
    'which port does the service use',
    'what is a headless service?',
    'and how do I reach the pods from outside?',
    'k8s-svc can you look at this',
    '¿por qué no hay endpoints?',
    'warum hat der Service keine Endpoints?',
  ])('answers "%s"', (words) => {
    expect(readsAsQuestion(words, quiet, parseWords, false)).toBe(true);
  });

  it.each([
    '',
    'thanks!',
    'lgtm',
    'ok, I will fix the deployment',
    'can you restart the pods?',
    'does anyone own this service?',
    'are we still on for lunch?',
    'is Sam in today?',
    'I changed the label',
    'deploying now',
  ])('leaves "%s" to the people', (words) => {
    expect(readsAsQuestion(words, quiet, parseWords, false)).toBe(false);
  });

  it('leaves a message to somebody else alone, except when it is named', () => {
    expect(readsAsQuestion('why is the service down?', quiet, parseWords, true)).toBe(false);
    expect(readsAsQuestion('@Sam ask k8s-svc why', quiet, parseWords, true)).toBe(true);
  });

  it('takes an option as an answer only while its question is open', () => {
    expect(readsAsQuestion('the internet', open, parseWords, false)).toBe(true);
    expect(readsAsQuestion('the internet', quiet, parseWords, false)).toBe(false);
  });
});
