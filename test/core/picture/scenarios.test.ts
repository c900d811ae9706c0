import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { viewService } from '../../../src/core/model/service-view.ts';
import { drawTrafficPath } from '../../../src/core/picture/draw-traffic-path.ts';
import { placeOf } from '../../../src/core/picture/hop.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { readScenario, scenarioNames } from '../../support/scenario.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';

const ids = allChecks.map((check) => check.id);

/** What is wrong with the picture of a scenario; undefined where there is no Service to draw. */
async function faultsIn(name: string): Promise<readonly string[] | undefined> {
  const { cluster, service, unread } = readScenario(name, ids);
  const snapshot = without(await snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: cluster })), unread);
  const view = viewService(snapshot, service.namespace, service.name);
  if (view.service === undefined) return undefined;
  const { findings } = triageView(view, 'alone');
  const root = findings.find(({ role }) => role === 'root-cause');
  const picture = drawTrafficPath(snapshot, view.service, findings);
  const broken = picture.edges.filter(({ state }) => state === 'broken');
  const faults = broken
    .filter(({ cause }) => cause === undefined)
    .map(({ from, to }) => `${from}>${to} is broken without a cause`);
  if (root === undefined) return broken.length === 0 ? faults : [...faults, 'broken although nothing was found'];
  const say = flatten(root.say);
  const told = [picture.beside, ...picture.edges.map(({ cause }) => cause)];
  if (!told.includes(say)) faults.push('the root cause is not told');
  if (root.severity === 'critical' && !broken.some(({ cause }) => cause === say)) faults.push('the root cause breaks no hop');
  return faults;
}

describe('the picture of every scenario', () => {
  it.each(scenarioNames())('%s shows the root cause on the hop where it lies', async (name) => {
    expect((await faultsIn(name)) ?? []).toEqual([]);
  });

  it('is there for each Service that exists', async () => {
    const undrawn = await Promise.all(
      scenarioNames().map(async (name) => ((await faultsIn(name)) === undefined ? [name] : [])),
    );
    expect(undrawn.flat()).toEqual([
      'ingress-backend-service-missing',
      'ingress-backend-service-missing-elsewhere',
      'route-backend-missing-service',
      'service-not-found',
    ]);
  });
});

describe('the hops', () => {
  it('have a place for every check that may be a root cause and stops traffic', () => {
    const object = { kind: 'Service', namespace: 'shop', name: 'web' };
    const lost = allChecks.filter(
      ({ id, kind, severity }) => kind !== 'note' && severity === 'critical' && placeOf({ check: id, object }) === undefined,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
