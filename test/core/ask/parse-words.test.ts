import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequest } from '../../../src/core/ask/format-request.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { Request } from '../../../src/core/ask/request.ts';
import { Problem } from '../../../src/core/problem/problem.ts';

const understood: readonly (readonly [string, Request])[] = [
  ['triage web -n shop', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['debug web', { verb: 'triage', service: 'web', why: false }],
  ['why web', { verb: 'triage', service: 'web', why: false }],
  ['TRIAGE svc/web --namespace=shop --why', { verb: 'triage', service: 'web', why: true, namespace: 'shop' }],
  ['triage web.shop.svc.cluster.local', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['triage http://web.shop:8080/healthz', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['triage shop/web', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['triage web —namespace shop', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['triage `web` -n “shop”', { verb: 'triage', service: 'web', why: false, namespace: 'shop' }],
  ['explain web api -n shop', { verb: 'explain', services: ['web', 'api'], namespace: 'shop' }],
  [
    'expose deploy/web -n shop --protocol http',
    { verb: 'expose', workload: 'web', known: { kind: 'Deployment', protocol: 'HTTP' }, namespace: 'shop' },
  ],
  ['manifest node-port web --port 80', { verb: 'manifest', type: 'NodePort', workload: 'web', known: { port: 80 } }],
  ['scan -A', { verb: 'scan', allNamespaces: true }],
  ['scan', { verb: 'scan' }],
  ['list services -n x --type LoadBalancer', { verb: 'list', namespace: 'x', type: 'LoadBalancer' }],
  ['reach shop/web shop/checkout:80', { verb: 'reach', from: 'shop/web', to: 'shop/checkout:80' }],
  ['reach --all -n shop', { verb: 'reach', namespace: 'shop' }],
  ['use staging/shop', { verb: 'use', target: 'staging/shop' }],
  ['', { verb: 'help' }],
  ['--help', { verb: 'help' }],
  ['triage --help', { verb: 'help', about: 'triage' }],
  ['ask --audience internet -- why --port?', { verb: 'ask', text: 'why --port?', known: { audience: 'internet' } }],
  ['review kind: Service\nmetadata:\n  name: x', { verb: 'review', text: 'kind: Service\nmetadata:\n  name: x' }],
];

const questions = [
  'why is web not working in shop?',
  'explain the difference between ClusterIP and NodePort',
  'list the services that have no endpoints please',
  'how do I expose postgres to other namespaces? 5432',
  'why does curl --resolve web:80:10.0.0.1 fail from my pod',
  'help me expose kafka',
  'whats broken',
  'traffic to web fails',
];

describe('the grammar', () => {
  it.each(understood)('reads %j', (words, request) => {
    expect(parseWords(words)).toEqual(request);
  });

  it.each(questions)('takes %j for a question', (words) => {
    expect(parseWords(words)).toEqual({ verb: 'ask', text: words, known: {} });
  });

  it.each([
    ['traige web', /did you mean: triage web/iu],
    ['lsit -A', /did you mean: list -A/iu],
    ['triage', /triage checkout -n shop/u],
    ['triage web --naemspace x', /--namespace/u],
    ['triage web -n', /needs a value/u],
    ['triage web -n a -n b', /given twice/u],
    ['triage shop/web -n prod', /which one/iu],
    ['triage Web_1', /lower-case/u],
    ['triage a/b/c/d', /web\.shop\.svc/u],
    ['scan -A -n shop', /not both/u],
    ['manifest foo', /Types: ClusterIP/u],
    ['expose web --audience mars', /internet/u],
    ['reach shop/web', /reach shop\/web shop\/checkout:80/u],
  ])('answers %j with a sentence and a next step', (words, expected) => {
    const problem = problemOf(words);
    expect(`${problem.say} ${problem.next.join(' ')}`).toMatch(expected);
    expect(problem.code).toBe('bad-request');
  });

  it('reads the arguments of a shell as it reads a line', () => {
    for (const [words, request] of understood) {
      if (/["“`\n—]/u.test(words)) continue;
      expect(parseWords(words === '' ? [] : words.split(' '))).toEqual(request);
    }
  });

  it('reads back every request that it can write', () => {
    const name = fc
      .stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/u)
      .filter((one) => !['svc', 'pod', 'po', 'ds', 'rs', 'sts', 'deploy', 'service', 'pods'].includes(one));
    const area = fc.record({ namespace: name, cluster: name }, { requiredKeys: [] });
    const known = fc.record(
      {
        audience: fc.constantFrom('internet' as const, 'cluster' as const, 'vpc/internal-network' as const),
        port: fc.integer({ min: 1, max: 65_535 }),
        protocol: fc.constantFrom('TCP' as const, 'gRPC' as const),
        stateful: fc.boolean(),
        tls: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    const request: fc.Arbitrary<Request> = fc.oneof(
      fc.tuple(name, area, fc.boolean()).map(([service, where, why]): Request => ({ verb: 'triage', service, why, ...where })),
      fc
        .tuple(name, area, known)
        .map(([workload, where, facts]): Request => ({ verb: 'expose', workload, known: facts, ...where })),
      fc
        .tuple(area, known, fc.string({ minLength: 1 }))
        .map(([where, facts, text]): Request => ({ verb: 'ask', text: `x${text}`.trim(), known: facts, ...where })),
      fc.tuple(name, area, known).map(([workload, where, facts]): Request => ({
        verb: 'manifest',
        type: 'LoadBalancer-internal',
        workload,
        known: facts,
        ...where,
      })),
      area.map((where): Request => ({ verb: 'scan', ...where })),
      fc.tuple(name, name, area).map(([from, to, where]): Request => ({ verb: 'reach', from, to, ...where })),
    );
    fc.assert(
      fc.property(request, (one) => {
        expect(parseWords(formatRequest(one))).toEqual(one);
      }),
    );
  });

  it('never throws anything but a Problem, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (words) => {
        try {
          parseWords(words);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function problemOf(words: string): Problem {
  try {
    parseWords(words);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error(`${words} was read`);
}
