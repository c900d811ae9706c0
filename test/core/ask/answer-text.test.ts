import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Intent } from '../../../src/core/answer/answer.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { answerText } from '../../../src/core/ask/answer-text.ts';
import type { AskedFacts, FactName } from '../../../src/core/ask/asked-facts.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { Request } from '../../../src/core/ask/request.ts';
import { understand } from '../../../src/core/ask/understand/understand.ts';
import type { Understanding } from '../../../src/core/ask/understand/understanding.ts';
import type { Hints } from '../../../src/core/tree/known.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly intent: Intent;
  readonly facts: AskedFacts;
  /** What the words say besides facts. */
  readonly hints?: Hints;
  readonly answer?: readonly string[] | 'ask';
  readonly ask_for?: readonly FactName[];
  readonly must_say?: readonly string[];
}

const lines = readFileSync(new URL('decide-concept-questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const questions = lines.map((line) => JSON.parse(line) as Labelled);
const chosen = questions.filter((one) => one.answer !== undefined);
const taught = questions.filter((one) => one.must_say !== undefined);

/** A message understood exactly as its labels say. */
function labelled({ text, intent, facts, hints = {} }: Labelled): Understanding {
  return {
    intent,
    confidence: 'sure',
    because: [],
    likely: new Map(),
    facts,
    implied: {},
    words: {},
    mentioned: [],
    ...(hints.asked === undefined ? {} : { recommendationHint: hints.asked }),
    denied: hints.denied ?? [],
    shortLook: hints.shortLook ?? false,
    noLoadBalancer: hints.noLoadBalancer ?? false,
    mustBePrivate: hints.mustBePrivate ?? false,
    sharedEntry: hints.sharedEntry ?? false,
    stickySessions: false,
    externalAddresses: hints.addresses ?? [],
    nodePorts: hints.nodePorts ?? [],
    topicHints: [],
    canonical: text.toLowerCase(),
    followUp: false,
    pastedYaml: [],
    language: 'en',
  };
}

function answerTo(text: string, understood: Understanding = understand(text), known: AskedFacts = {}): Answer {
  const outcome = answerText({ request: { verb: 'ask', text, known }, understood, offline: true });
  if (!('answer' in outcome)) throw new Error('offline there is always an answer');
  return outcome.answer;
}

function requestFrom(text: string): Request | undefined {
  const outcome = answerText({ request: { verb: 'ask', text, known: {} }, understood: understand(text), offline: false });
  return 'run' in outcome ? outcome.run : undefined;
}

function isRight(one: Labelled, answer: Answer): boolean {
  if (one.answer !== 'ask') return one.answer?.includes(answer.recommendation?.type ?? '') === true;
  const asked = (answer.asks ?? []).map((ask) => ask.fact);
  return answer.recommendation === undefined && asked.some((fact) => one.ask_for?.includes(fact) === true);
}

function saysAll(one: Labelled, answer: Answer): boolean {
  return (one.must_say ?? []).every((pattern) => new RegExp(pattern, 'isu').test(renderPlain(answer)));
}

describe('questions of choice', () => {
  it.each(chosen.map((one) => [one.text, one] as const))('are decided as an expert would: %s', (_text, one) => {
    expect(isRight(one, answerTo(one.text, labelled(one)))).toBe(true);
  });

  it('are decided from their words alone nearly always', () => {
    const right = chosen.filter((one) => isRight(one, answerTo(one.text)));
    expect(right.length / chosen.length).toBeGreaterThan(0.8);
  });

  it('say which answer came from a button and which from the text', () => {
    const trace = answerTo('expose shop-api on 8080 to the internet', undefined, { cloud: 'aws', protocol: 'TCP' })
      .recommendation?.trace;
    expect(trace?.map((step) => [step.question, step.from])).toEqual([
      ['Who calls it', 'text'],
      ['Which pod', 'default'],
      ['Routing', 'person'],
      ['Load balancers', 'person'],
      ['Protocol', 'person'],
    ]);
  });

  it('repeat the words of the person in the buttons of a question', () => {
    const [ask] = answerTo('I want to publish my service').asks ?? [];
    const requests = (ask?.options ?? []).map((option) => parseWords(option.request));
    expect(requests).toContainEqual({ verb: 'ask', text: 'I want to publish my service', known: { audience: 'internet' } });
  });
});

describe('questions of understanding', () => {
  it.each(taught.map((one) => [one.text, one] as const))('are answered with what matters: %s', (_text, one) => {
    expect(saysAll(one, answerTo(one.text, labelled(one)))).toBe(true);
  });

  it('are known as such and answered from their words alone mostly', () => {
    const right = taught.filter((one) => saysAll(one, answerTo(one.text)));
    expect(right.length / taught.length).toBeGreaterThan(0.7);
  });

  it('are answered when a button names the title of a topic', () => {
    expect(answerTo('ClusterIP or NodePort').topic).toBe('clusterip-vs-nodeport');
  });
});

describe('messages that need the cluster', () => {
  it.each<[string, Request]>([
    ['tell me about svc/storefront -n retail', { verb: 'explain', services: ['storefront'], namespace: 'retail' }],
    ['why does svc/cart in ns shop have no endpoints', { verb: 'triage', service: 'cart', namespace: 'shop', why: false }],
    ['what is broken in ns checkout', { verb: 'scan', namespace: 'checkout' }],
    ['list services in ns sandbox', { verb: 'list', namespace: 'sandbox' }],
  ])('become a request: %s', (text, request) => {
    expect(requestFrom(text)).toEqual(request);
  });

  it('say offline what was understood and how to run it', () => {
    const said = answerTo('why does svc/cart in ns shop have no endpoints');
    expect([said.intent, said.actions[0]?.request]).toEqual(['triage', 'triage cart -n shop']);
    expect(renderPlain(said)).toContain('triage cart -n shop');
  });

  it('ask for the name that is missing', () => {
    const said = answerTo('x', { ...labelled({ id: '', text: 'x', intent: 'triage', facts: {} }) });
    expect([flatten(said.headline), said.asks?.[0]?.fact]).toEqual(['Something does not work, but which one?', 'service']);
  });
});

describe('everything else', () => {
  it('is declined without a recommendation, or greeted', () => {
    for (const text of ['give team-a RBAC to read secrets in ns vault', 'tell me a joke', 'thanks a lot', 'hello']) {
      const said = answerTo(text);
      expect(['other', 'smalltalk']).toContain(said.intent);
      expect(said.recommendation).toBeUndefined();
    }
  });

  it('gets an answer of some words and only requests that the grammar reads back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...questions.map((one) => one.text))), (text) => {
        const said = answerTo(text);
        const requests = [...said.actions, ...(said.asks ?? []).flatMap((ask) => ask.options)].map((one) => one.request);
        for (const request of requests) parseWords(request);
        return flatten(said.headline).length > 10;
      }),
      { numRuns: 300 },
    );
  });
});

describe('an answer that can only ask back', () => {
  it('teaches meanwhile what the message is like', () => {
    const said = answerTo('readiness fails, is the pod killed or only taken out of the service endpoints?', {
      ...understand('why is my service down'),
      canonical: 'readiness fails , is the pod killed or only taken out of the service endpoints ?',
    });
    expect(said.intent).toBe('triage');
    expect(said.asks?.[0]?.question).toBe('Which Service is it?');
    expect(renderPlain(said)).toContain('Readiness decides who gets traffic');
  });

  it('leaves it at the question when the message is about nothing in particular', () => {
    const said = answerTo('my service does not work');
    expect(renderPlain(said)).not.toContain('Meanwhile');
    expect(renderPlain(said)).toContain('Name the Service');
  });
});
