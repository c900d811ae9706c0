import { describe, expect, it } from 'vitest';
import type { EarlierFinding, Finding } from '../../../src/core/answer/answer.ts';
import { answer } from '../../../src/core/answer/build.ts';
import { plain } from '../../../src/core/answer/text.ts';
import { earlierOf, foundIn, keepScanState, readScanState } from '../../../src/slack/scans/scan-state.ts';
import { createMemoryStore } from '../../../src/slack/store.ts';

const known = {
  title: 'No endpoints',
  role: 'root-cause',
  object: { kind: 'Service', namespace: 'shop', name: 'web' },
} as const;
const finding = (check: string, severity: Finding['severity']): Finding => ({
  ...known,
  check,
  severity,
  say: plain('Service web has no endpoints.'),
  evidence: { secret: 'of the cluster' },
  next: [],
  source: '',
});
const earlier: EarlierFinding = { ...known, check: 'pods-unschedulable', severity: 'warning', say: 'They wait.' };

describe('what is kept of a scheduled scan', () => {
  it('is what was found, without sentences and notes, and what cannot be told now', () => {
    const scan = answer('scan', 'Something.', {
      findings: [finding('no-endpoints', 'critical'), finding('no-redundancy', 'info')],
      since: { new: [], unchanged: [], fixed: [], unknown: [earlier] },
    });
    const found = foundIn(scan);
    expect(found.map(({ check }) => check)).toEqual(['no-endpoints', 'pods-unschedulable']);
    expect(JSON.stringify(found)).not.toMatch(/They wait|has no endpoints|of the cluster/u);
  });

  it('comes back as an earlier scan', async () => {
    const store = createMemoryStore({ now: () => 0 });
    const findings = foundIn(answer('scan', 'Something.', { findings: [finding('no-endpoints', 'critical')] }));
    await keepScanState(store, 'C1//shop', { v: 1, cluster: 'prod', findings, ts: '1.2', failed: false });
    const state = await readScanState(store, 'C1//shop');
    expect(state === undefined ? undefined : earlierOf(state)).toEqual({
      cluster: 'prod',
      findings: [{ ...known, check: 'no-endpoints', severity: 'critical', say: '' }],
    });
  });

  it.each(['', 'no json', '{"v":2}', '{"v":1,"findings":{}}'])('that cannot be read (%s) is none', async (text) => {
    const store = createMemoryStore({ now: () => 0 });
    await store.set('scan-state:C1//shop', text, 1_000);
    expect(await readScanState(store, 'C1//shop')).toBeUndefined();
  });
});
