import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/answer/answer.ts';
import type { ResourceName } from '../../../src/core/model/resources.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { viewService } from '../../../src/core/model/service-view.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { derivations } from '../../../src/core/triage/facts/facts.ts';
import { triageAnswer } from '../../../src/core/triage/triage-answer.ts';
import { triageView, type ServiceTriage } from '../../../src/core/triage/triage-service.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { baseOf, readScenario, scenarioNames, type Scenario } from '../../support/scenario.ts';
import { expandCluster, type Cluster } from '../../support/scenario-cluster.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';

const ids = allChecks.map((check) => check.id);
const scenarios = scenarioNames().map((name) => readScenario(name, ids));

const snapshotOfCluster = (cluster: Cluster): Promise<Snapshot> =>
  snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: cluster }));

function triage(snapshot: Snapshot, { service, unread }: Pick<Scenario, 'service' | 'unread'>): ServiceTriage {
  return triageView(viewService(without(snapshot, unread), service.namespace, service.name), 'alone');
}

const loud = (findings: readonly Finding[]) => findings.filter((one) => one.severity !== 'info').map((one) => one.check);

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  let found: ServiceTriage;
  let snapshot: Snapshot;
  beforeAll(async () => {
    snapshot = await snapshotOfCluster(scenario.cluster);
    found = triage(snapshot, scenario);
  });

  it(`${scenario.story} — finds exactly this`, () => {
    expect(found.findings.map((one) => [one.check, one.role])).toEqual(scenario.expect);
    for (const one of found.findings) {
      const own = allChecks.find((check) => check.id === one.check)?.severity;
      expect([one.check, one.severity]).toEqual([one.check, scenario.severity[one.check] ?? own]);
    }
  });

  it('says what a person has to know, and what to do', () => {
    const view = viewService(without(snapshot, scenario.unread), scenario.service.namespace, scenario.service.name);
    const words = renderPlain(triageAnswer(view, found, false)).replaceAll(/\s+/gu, ' ');
    for (const word of scenario.say) expect(words).toContain(word);
    const about = found.findings.find((one) => one.check === scenario.check);
    expect(about?.next.length).toBeGreaterThan(0);
    expect(Object.keys(about?.evidence ?? {}).length).toBeGreaterThan(0);
  });

  it.each(scenario.nearMisses.map((cluster, at) => [at, cluster] as const))('is quiet near by (%i)', async (_at, cluster) => {
    const near = triage(await snapshotOfCluster(cluster), { service: scenario.service, unread: [] });
    expect(near.findings.map((one) => one.check)).not.toContain(scenario.check);
  });

  it.runIf(scenario.fixed !== undefined)('is quiet altogether after its own advice', async () => {
    const fixed = triage(await snapshotOfCluster(scenario.fixed ?? []), { service: scenario.service, unread: [] });
    expect(loud(fixed.findings)).toEqual([]);
  });

  it('is skipped and never clear when what it needs cannot be read', () => {
    const check = allChecks.find((one) => one.id === scenario.check);
    for (const need of check?.needs ?? []) {
      const blind = triage(without(snapshot, derivations[need].reads), scenario);
      expect([need, blind.skipped.map((one) => one.check)]).toEqual([need, expect.arrayContaining([scenario.check])]);
      expect(blind.clear).not.toContain(scenario.check);
    }
    const single = new Set<ResourceName>((check?.needs ?? []).flatMap((need) => derivations[need].reads));
    for (const resource of single) {
      expect([resource, triage(without(snapshot, [resource]), scenario).clear]).not.toContain(scenario.check);
    }
  });
});

describe('the healthy base', () => {
  it('is quiet, and no check is skipped', async () => {
    const base = triage(await snapshotOfCluster(expandCluster(baseOf('web'), [])), {
      service: { namespace: 'shop', name: 'web' },
      unread: [],
    });
    expect(base.findings.map((one) => one.check)).toEqual(['nothing-wrong-visible']);
    expect(base.skipped).toEqual([]);
  });
});
