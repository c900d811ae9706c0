import { describe, expect, it } from 'vitest';
import { viewService } from '../../../src/core/model/service-view.ts';
import { triageAnswer } from '../../../src/core/triage/triage-answer.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { lookAlikes } from '../../support/scenario.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';

/** Healthy states that look like a fault to a rule that is a little too simple. */
describe('a healthy look-alike gives no alarm', () => {
  it.each(lookAlikes().map((one) => [one.name, one] as const))('%s', async (_, { cluster, service }) => {
    const snapshot = await snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: cluster }));
    const view = viewService(snapshot, service.namespace, service.name);
    const triage = triageView(view, 'alone');
    const alarms = triage.findings.filter((one) => one.severity !== 'info');
    expect(alarms.map((one) => one.check)).toEqual([]);
    expect(triage.skipped).toEqual([]);
    expect(triageAnswer(view, triage, false).status).toBe('ok');
  });
});
