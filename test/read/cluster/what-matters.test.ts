import { describe, expect, it } from 'vitest';
import { broader } from '../../../src/core/model/broader.ts';
import { viewService } from '../../../src/core/model/service-view.ts';
import type { Scope } from '../../../src/core/model/snapshot.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { triageResources } from '../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { startFakeApiServer } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { readScenario, scenarioNames } from '../../support/scenario.ts';

const ids = allChecks.map((check) => check.id);
const takenAt = Date.parse('2026-11-20T10:00:00Z');

/** What is found, what is skipped and what came out clear, when a live cluster like this is read in one way or the other. */
async function triageLive(objects: ReturnType<typeof readScenario>['cluster'], { namespace, name }: Place, scope: Scope) {
  const server = await startFakeApiServer({ objects });
  try {
    const reader = createClusterReader({ config: kubeConfigFor(server.url), now: () => takenAt });
    const read = (one: Scope) => reader.read(one, triageResources, AbortSignal.timeout(20_000));
    // Of kube-system a namespace reads no more than a Service does: all of it is put beside what was not read there.
    const snapshot =
      scope.kind === 'service'
        ? await read(scope)
        : broader(await read(scope), await read({ kind: 'namespace', namespace: 'kube-system' }));
    const { findings, skipped, clear } = triageView(viewService(snapshot, namespace, name), 'alone');
    return { findings, skipped, clear };
  } finally {
    await server.stop();
  }
}

type Place = { readonly namespace: string; readonly name: string };

describe('reading for one Service only what can matter', () => {
  it.each(scenarioNames())('says of %s what the reading of everything says', async (folder) => {
    const { cluster, nearMisses, service } = readScenario(folder, ids);
    for (const objects of [cluster, ...nearMisses]) {
      const narrow = await triageLive(objects, service, { kind: 'service', ...service, around: true });
      const whole = await triageLive(objects, service, { kind: 'namespace', namespace: service.namespace, around: true });
      // Namesakes of a Service that is not there are only looked for when it alone was asked about.
      const told = (one: Awaited<ReturnType<typeof triageLive>>) =>
        one.clear.includes('service-not-found') ? one.findings : one.findings.map(({ check }) => check);
      expect(told(narrow)).toEqual(told(whole));
      expect(narrow.skipped).toEqual(whole.skipped);
      expect(narrow.clear).toEqual(whole.clear);
    }
  });
});
