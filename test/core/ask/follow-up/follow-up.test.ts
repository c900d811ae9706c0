import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUp, type KnownNames } from '../../../../src/core/ask/follow-up/follow-up.ts';
import type { Turn } from '../../../../src/core/ask/follow-up/turn.ts';
import { formatRequest } from '../../../../src/core/ask/format-request.ts';
import { understand } from '../../../../src/core/ask/understand/understand.ts';
import { parseWords } from '../../../../src/core/ask/parse-words.ts';
import {
  asking,
  decided,
  decidedInWords,
  explained,
  names,
  reached,
  scanned,
  taught,
  triaged,
  turns,
  withoutName,
  written,
} from './turns.ts';

/** The request in words, `forget`, `alone` for a question of its own, or undefined. */
function after(turn: Turn, said: string, known: KnownNames | undefined = names): string | undefined {
  const follows = followUp(turn, said, known);
  if (follows === undefined) return undefined;
  return 'request' in follows ? formatRequest(follows.request) : Object.keys(follows)[0];
}

const internet = '--protocol HTTP --audience internet';
const was = '--was Ingress-or-Gateway';

describe('after a decision', () => {
  it.each([
    ['and for prod?', `expose web -n shop ${internet} --environment production --cloud aws ${was} --changed environment`],
    ['in staging', `expose web -n shop ${internet} --environment testing --cloud aws ${was} --changed environment`],
    ["what if it's UDP", `expose web -n shop --protocol UDP --audience internet --cloud aws ${was} --changed protocol`],
    ['not HTTP', `expose web -n shop --protocol TCP --audience internet --cloud aws ${was} --changed protocol`],
    ['what if it is on port 53?', `expose web -n shop --port 53 ${internet} --cloud aws ${was} --changed port`],
    [
      'make it internal',
      `expose web -n shop --protocol HTTP --audience vpc/internal-network --cloud aws ${was} --changed audience`,
    ],
    ['not public', `expose web -n shop --protocol HTTP --audience vpc/internal-network --cloud aws ${was} --changed audience`],
    ['only pods in the cluster', `expose web -n shop --protocol HTTP --audience cluster --cloud aws ${was} --changed audience`],
    ['without a load balancer', `expose web -n shop ${internet} --cloud none ${was} --changed cloud`],
    ['no LB there', `expose web -n shop ${internet} --cloud none ${was} --changed cloud`],
    ['and on GKE?', `expose web -n shop ${internet} --cloud gcp ${was} --changed cloud`],
    ['3 hosts', `expose web -n shop ${internet} --cloud aws --http-routing ${was} --changed http-routing`],
    ['with TLS', `expose web -n shop ${internet} --cloud aws --tls ${was} --changed tls`],
    ['no TLS', `expose web -n shop ${internet} --cloud aws --tls=false ${was} --changed tls`],
    ['from the internet', `expose web -n shop ${internet} --cloud aws ${was}`],
    ['not an Ingress', `expose web -n shop ${internet} --cloud aws --not Ingress-or-Gateway ${was}`],
    ['why not NodePort?', `expose web -n shop ${internet} --cloud aws --why-not NodePort`],
    ['and NodePort?', `expose web -n shop ${internet} --cloud aws --why-not NodePort`],
    ['NodePort instead?', `expose web -n shop ${internet} --cloud aws --why-not NodePort`],
    ['would a LoadBalancer work too?', `expose web -n shop ${internet} --cloud aws --why-not LoadBalancer`],
    ['why?', `expose web -n shop ${internet} --cloud aws --why`],
    ['why Ingress?', `expose web -n shop ${internet} --cloud aws --why`],
    ['make it NodePort', `manifest NodePort web -n shop ${internet} --cloud aws`],
    ['headless then', `manifest Headless web -n shop ${internet} --cloud aws`],
    ['yaml please', `manifest Ingress-or-Gateway web -n shop ${internet} --cloud aws`],
    ['give me that as yaml', `manifest Ingress-or-Gateway web -n shop ${internet} --cloud aws`],
    ['yaml for port 9090', `manifest Ingress-or-Gateway web -n shop --port 9090 ${internet} --cloud aws`],
    ['the other one', `manifest LoadBalancer web -n shop ${internet} --cloud aws`],
    ['same for api', `expose api -n shop ${internet} --cloud aws`],
    ['no, I meant api', `expose api -n shop ${internet} --cloud aws`],
    ['and api with TLS?', `expose api -n shop ${internet} --cloud aws --tls`],
    ['in namespace mail', `expose web -n mail ${internet} --cloud aws`],
    ['explain it', 'explain web -n shop'],
    ['is it broken?', 'triage web -n shop'],
    ['check again', `expose web -n shop ${internet} --cloud aws`],
    ['list the others', 'list -n shop'],
    ['start over', 'forget'],
    ['forget it', 'forget'],
    ['thanks', undefined],
    ['how do I expose redis to the internet?', 'alone'],
    ['what is a headless Service?', 'alone'],
    ['is a LoadBalancer expensive?', 'alone'],
    ['triage api -n mail', 'alone'],
  ])('"%s" comes to: %s', (said, request) => {
    expect(after(decided, said)).toBe(request);
  });

  it.each([
    ['und für prod?', '--environment production'],
    ['y para producción?', '--environment production'],
    ['et pour prod ?', '--environment production'],
    ['e para produção?', '--environment production'],
    ['warum nicht NodePort?', '--why-not NodePort'],
    ['por qué no NodePort?', '--why-not NodePort'],
    ['pourquoi pas NodePort ?', '--why-not NodePort'],
    ['por que não NodePort?', '--why-not NodePort'],
    ['mach es intern', '--audience vpc/internal-network'],
    ['nicht öffentlich', '--audience vpc/internal-network'],
    ['ohne LoadBalancer', '--cloud none'],
    ['und mit UDP?', '--protocol UDP'],
    ['yaml bitte', 'manifest Ingress-or-Gateway web'],
  ])('understands "%s" as %s', (said, words) => {
    expect(after(decided, said)).toContain(words);
  });

  it('takes out of a text what no longer holds, and puts a new name in place of the old one', () => {
    expect(after(decidedInWords, 'and for prod?')).toBe(
      'ask --environment production --was NodePort --changed environment -- how do I expose kafka to the internet?',
    );
    expect(after(decidedInWords, 'same for api')).toBe('ask -- how do I expose api on minikube to the internet?');
  });

  it('changes nothing for what is told of something else', () => {
    expect(followUp(decided, 'we put TLS before api yesterday', names)).not.toHaveProperty('request');
  });

  it('drops what UDP cannot have', () => {
    const routed: Turn = { ...decided, facts: { ...decided.facts, 'http-routing': true, tls: true } };
    expect(after(routed, 'what if it is UDP?')).toContain('--tls=false --http-routing=false');
  });
});

describe('after a look at a Service', () => {
  it.each<[Turn, string, string | undefined]>([
    [triaged, 'and for prod?', 'triage web -n prod'],
    [triaged, 'in staging', 'triage web -n shop-staging'],
    [explained, 'same in mail', 'explain web -n mail'],
    [triaged, 'and in eu?', 'triage web -n shop --cluster eu'],
    [triaged, 'why?', 'triage web -n shop --why'],
    [triaged, 'check again', 'triage web -n shop'],
    [triaged, 'is it ok now?', 'triage web -n shop'],
    [triaged, 'explain it', 'explain web -n shop'],
    [triaged, 'picture', 'explain web -n shop'],
    [triaged, 'no, I meant api', 'triage api -n shop'],
    [explained, 'and api?', 'explain api -n shop'],
    [triaged, 'all namespaces', 'scan -A'],
    [explained, 'list the others', 'list -n shop'],
    [explained, 'watch it', 'watch web -n shop'],
    [explained, 'yaml please', 'ask -n shop --workload web -- the YAML of the Service, please'],
    [explained, 'make it NodePort', 'manifest NodePort web -n shop'],
    [explained, 'make it internal', 'expose web -n shop --audience vpc/internal-network'],
    [explained, 'why not NodePort?', 'expose web -n shop --why-not NodePort'],
    [explained, 'how do I expose it?', 'expose web -n shop'],
    [triaged, 'is api broken?', 'triage api -n shop'],
    [decided, 'and why is api down?', 'triage api -n shop'],
    [triaged, 'tell me about api', 'explain api -n shop'],
    [triaged, 'deployed, looks good now', undefined],
    [scanned, 'and for prod?', 'scan -n prod'],
    [scanned, 'all namespaces', 'scan -A'],
    [scanned, 'what about api', 'triage api -n shop'],
    [reached, 'and on port 443?', 'reach shop/web shop/checkout:443'],
    [reached, 'same for api', 'reach shop/web shop/api:80'],
    [reached, 'and in mail?', 'reach mail/web mail/checkout:80'],
    [taught, 'why not NodePort?', 'alone'],
  ])('%#: "%s" %s', (turn, said, request) => {
    expect(after(turn, said)).toBe(request);
  });

  it('takes a stage for a namespace when no names can be read, and for the cluster when only that exists', () => {
    expect(followUp(triaged, 'and for prod?')).toEqual({ request: parseWords('triage web -n prod') });
    const clusters: KnownNames = {
      services: ['web'],
      workloads: [],
      namespaces: ['shop'],
      clusters: ['eu-prod', 'eu-staging'],
    };
    expect(after(triaged, 'and for prod?', clusters)).toBe('triage web -n shop --cluster eu-prod');
    // One that is called so, or has that alias, goes before one that only sounds like it.
    const called = { ...clusters, clusters: ['eu-prod', 'eu-staging', 'prod'] };
    expect(after(triaged, 'and for prod?', called)).toBe('triage web -n shop --cluster prod');
  });

  it('takes "in progress" for no namespace', () => {
    expect(followUp(triaged, 'in progress')).toBeUndefined();
    expect(followUp(triaged, 'on it')).toBeUndefined();
  });
});

describe('after a manifest', () => {
  it.each([
    ['and on port 9090?', 'manifest LoadBalancer web -n shop --port 9090'],
    ['make it internal', 'manifest LoadBalancer-internal web -n shop --port 80 --audience vpc/internal-network'],
    ['same for api', 'manifest LoadBalancer api -n shop --port 80'],
    ['without a load balancer', 'expose web -n shop --port 80 --cloud none --was LoadBalancer --changed cloud'],
  ])('"%s" comes to: %s', (said, request) => {
    expect(after(written, said)).toBe(request);
  });
});

describe('while a question is open', () => {
  it.each([
    ['from the internet', 'expose web -n shop --audience internet'],
    ['only our VPN', 'expose web -n shop --audience vpc/internal-network'],
    ['you decide', 'expose web -n shop --asked 3'],
    ["I don't know", 'expose web -n shop --asked 3'],
    ['yaml please', 'ask -n shop --workload web -- the YAML of the Service, please'],
    ['what is a headless Service?', 'alone'],
  ])('"%s" comes to: %s', (said, request) => {
    expect(after(asking, said)).toBe(request);
  });
});

describe('the texts that follow-ups are put into', () => {
  it('are understood as what they stand for', () => {
    for (const [turn, said, intent] of [
      [explained, 'yaml please', 'manifest'],
      [withoutName, 'make it internal', 'decide'],
    ] as const) {
      const follows = followUp(turn, said, names);
      expect(follows).toMatchObject({ request: { verb: 'ask' } });
      const text = follows !== undefined && 'request' in follows && follows.request.verb === 'ask' ? follows.request.text : '';
      expect(understand(text)).toMatchObject({ intent, confidence: 'sure', facts: {} });
    }
  });
});

describe('any message', () => {
  const said = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...'and for prod what if it is UDP why not NodePort yaml please same api in shop no , ? the other one make internal'.split(
            ' ',
          ),
        ),
        { maxLength: 9 },
      )
      .map((words) => words.join(' ')),
  );

  it('never throws, and comes only to requests that their words give back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...turns), said, fc.boolean(), (turn, text, readable) => {
        const follows = followUp(turn, text, readable ? names : undefined);
        if (follows === undefined || !('request' in follows)) return;
        const words = formatRequest(follows.request);
        expect(formatRequest(parseWords(words))).toBe(words);
      }),
      { numRuns: 400 },
    );
  });
});
