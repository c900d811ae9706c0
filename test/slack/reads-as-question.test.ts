import { describe, expect, it } from 'vitest';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { readsAsQuestion } from '../../src/slack/thread/reads-as-question.ts';
import type { ThreadState } from '../../src/slack/thread/thread-state.ts';
import { names } from '../core/ask/follow-up/turns.ts';

const decided: ThreadState = {
  v: 1,
  request: 'expose web -n shop --audience internet',
  intent: 'decide',
  facts: { workload: 'web', audience: 'internet' },
  recommended: 'LoadBalancer',
  other: 'Ingress-or-Gateway',
  options: [],
};
const triaged: ThreadState = {
  v: 1,
  request: 'triage web -n shop',
  intent: 'triage',
  facts: { service: 'web' },
  options: [],
};
const asking: ThreadState = {
  v: 1,
  request: 'expose web -n shop',
  intent: 'decide',
  facts: { workload: 'web' },
  options: [
    { label: 'Pods in this cluster', value: 'cluster', request: 'expose web -n shop --audience cluster' },
    { label: 'The internet', value: 'internet', request: 'expose web -n shop --audience internet' },
  ],
};

const hears = (state: ThreadState, words: string, toOthers = false) =>
  readsAsQuestion(words, state, parseWords, toOthers, names);

describe('in a thread of ours, without a mention', () => {
  it.each([
    'and for prod?',
    "what if it's UDP",
    'what if we use gRPC?',
    'make it internal',
    'why not NodePort?',
    'why not an ingress',
    'and NodePort?',
    'NodePort instead?',
    'headless then',
    'as headless please',
    'yaml please',
    'show me the yaml',
    'why?',
    'explain it',
    'is it broken?',
    'check again',
    'picture',
    'the other one?',
    'no, I meant api',
    'same for api',
    'and api?',
    'in namespace mail',
    'with TLS',
    'without a load balancer',
    'on EKS?',
    'start over',
    'und für prod?',
    'warum nicht NodePort?',
    'yaml bitte',
    'pourquoi pas NodePort ?',
    'por qué no NodePort?',
    'how do I expose postgres to other namespaces?',
    'triage api -n shop',
  ])('answers "%s" after a decision', (words) => {
    expect(hears(decided, words)).toBe(true);
  });

  it.each([
    'lol',
    "I'll fix it tomorrow",
    '@anna can you look',
    'deployed, looks good now',
    'thanks!',
    'thank you, that helped',
    'ok',
    'ok cool',
    'nice',
    'on it',
    'in progress',
    'lgtm',
    '+1',
    'same here',
    'same',
    'done',
    'forget it',
    'never mind, it was me',
    'I changed the port to 8080',
    'we moved it to port 9090',
    'merged, rolling out now',
    'he is on EKS, we are not',
    'let me check the yaml',
    'I meant the other deployment, sorry',
    'works now',
    'still broken',
    'hmm',
    'interesting',
    'for now',
    'with pleasure',
    'and lunch?',
    'are you in the office?',
    'does anyone know why we did that?',
    'can you restart it?',
    'watch out, prod is frozen',
    'who is on call?',
    'meeting in 5',
    'but not today',
    'no',
    'yes please do',
    'use your own judgement',
    'from my side it is fine',
    'test',
    'whatever',
    "I don't know",
  ])('leaves "%s" to the people', (words) => {
    expect(hears(decided, words, words.includes('@'))).toBe(false);
  });

  it.each([
    ['and in staging?', true],
    ['why?', true],
    ['is it ok now?', true],
    ['what about api', true],
    ['in prod', true],
    ['it was the selector', false],
    ['the internet is slow today', false],
    ['the internet', false],
    ['rolled back, looking', false],
    ['checkout is fine', false],
  ])('after a triage, hears "%s": %s', (words, answers) => {
    expect(hears(triaged, words)).toBe(answers);
  });

  it.each([
    ['the internet', true],
    ['from the office VPN', true],
    ['only pods in the cluster', true],
    ['UDP', true],
    ['no idea what it is about', false],
    ['I will ask the team', false],
  ])('while a question is open, hears "%s": %s', (words, answers) => {
    expect(hears(asking, words)).toBe(answers);
  });
});
