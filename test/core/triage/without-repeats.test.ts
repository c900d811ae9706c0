import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/answer/answer.ts';
import { plain } from '../../../src/core/answer/text.ts';
import { withoutRepeats } from '../../../src/core/triage/scan/without-repeats.ts';
import type { ServiceTriage } from '../../../src/core/triage/triage-service.ts';

const finding = (check: string, name: string): Finding => ({
  check,
  title: check,
  severity: 'critical',
  role: 'independent',
  object: { kind: 'Gateway', namespace: 'infra', name },
  say: plain(check),
  evidence: {},
  next: [],
  source: 'https://kubernetes.io/',
});
const triage = (namespace: string, name: string, ...findings: Finding[]): ServiceTriage => ({
  namespace,
  name,
  findings,
  suppressed: [],
  unknownIgnores: [],
  skipped: [],
  clear: [],
});

it('tells a Gateway that several namespaces use once, and leaves the Services alone', () => {
  const broken = finding('gateway-not-programmed', 'public');
  const told = withoutRepeats([
    triage('a', '', broken, broken, finding('gateway-not-programmed', 'private')),
    triage('b', '', broken, finding('route-not-accepted', 'public')),
    triage('b', 'web', broken),
  ]);
  expect(told.map((one) => one.findings.map((each) => `${each.check} ${each.object.name}`))).toEqual([
    ['gateway-not-programmed public', 'gateway-not-programmed public', 'gateway-not-programmed private'],
    ['route-not-accepted public'],
    ['gateway-not-programmed public'],
  ]);
});
