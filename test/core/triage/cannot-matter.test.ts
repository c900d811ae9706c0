import { describe, expect, it } from 'vitest';
import { viewService } from '../../../src/core/model/service-view.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { shopDump } from '../../support/shop-dump.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';

describe('a check whose need was not read', () => {
  it('is clear when what was read shows that the need cannot matter', async () => {
    const snapshot = without(await snapshotOf(shopDump), ['gatewayclasses'], 'cannot-matter');
    const { clear, skipped } = triageView(viewService(snapshot, 'shop', 'postgres'), 'alone');
    expect(clear).toContain('gateway-not-programmed');
    expect(skipped.map((one) => one.check)).not.toContain('gateway-not-programmed');
  });

  it('is skipped when it lacks anything else, and asks for that alone', async () => {
    const narrow = without(await snapshotOf(shopDump), ['gatewayclasses'], 'cannot-matter');
    const snapshot = without(narrow, ['gateways', 'httproutes'], 'forbidden');
    const { clear, skipped } = triageView(viewService(snapshot, 'shop', 'postgres'), 'alone');
    expect(clear).not.toContain('gateway-not-programmed');
    expect(skipped.find((one) => one.check === 'gateway-not-programmed')?.unread).not.toContain('gatewayclasses');
    expect(skipped.find((one) => one.check === 'gateway-not-programmed')?.unread).toContain('httproutes');
  });
});
