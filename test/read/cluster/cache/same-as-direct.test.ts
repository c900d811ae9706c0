import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../../src/core/model/reader.ts';
import { viewService } from '../../../../src/core/model/service-view.ts';
import type { Scope } from '../../../../src/core/model/snapshot.ts';
import { allChecks } from '../../../../src/core/triage/all-checks.ts';
import { triageView } from '../../../../src/core/triage/triage-service.ts';
import { triageResources } from '../../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../../src/read/cluster/cluster-reader.ts';
import { startFakeApiServer } from '../../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../../support/kube-config.ts';
import { readScenario, scenarioNames, type Scenario } from '../../../support/scenario.ts';
import { startCache } from '../../../support/warm-cache.ts';

const ids = allChecks.map((check) => check.id);
const takenAt = Date.parse('2026-11-20T10:00:00Z');

async function triage(reader: Reader, scope: Scope, { namespace, name }: Scenario['service']) {
  const snapshot = await reader.read(scope, triageResources, AbortSignal.timeout(20_000));
  const { findings, skipped, clear } = triageView(viewService(snapshot, namespace, name), 'alone');
  return { findings, skipped, clear };
}

describe('triage out of the watch cache', () => {
  it.each(scenarioNames())('says of %s what direct reads say', async (folder) => {
    const { cluster, nearMisses, service, unread } = readScenario(folder, ids);
    for (const objects of [cluster, ...nearMisses]) {
      const server = await startFakeApiServer({ objects, refuse: (one) => (unread.includes(one) ? 403 : undefined) });
      const cache = startCache(server.url, { now: () => takenAt });
      try {
        await cache.until('synced', () => cache.synced);
        const config = kubeConfigFor(server.url);
        const now = () => takenAt;
        const direct = createClusterReader({ config, now });
        const cached = createClusterReader({ config, now, cache });
        const scopes: readonly Scope[] = [
          { kind: 'service', ...service, around: true },
          { kind: 'namespace', namespace: service.namespace, around: true },
          { kind: 'cluster' },
        ];
        for (const scope of scopes) {
          const expected = await triage(direct, scope, service);
          const before = server.requests.length;
          expect(await triage(cached, scope, service)).toEqual(expected);
          // Nothing is asked for but what may not be watched.
          const asked = server.requests.slice(before).filter((one) => !one.includes('/version'));
          expect(asked.filter((one) => !unread.some((resource) => one.includes(`/${resource}?`)))).toEqual([]);
        }
        expect(expectedChecks(await triage(cached, { kind: 'service', ...service, around: true }, service))).not.toEqual([]);
      } finally {
        await cache.stop();
        await server.stop();
      }
    }
  });
});

function expectedChecks({ findings, clear }: Awaited<ReturnType<typeof triage>>): readonly string[] {
  return [...findings.map(({ check }) => check), ...clear];
}
