import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { neighbourhoodOf } from '../../../src/core/model/neighbourhood.ts';
import { triageAnswer } from '../../../src/core/triage/triage-answer.ts';
import { triageNeighbourhood, triageView, type ServiceTriage } from '../../../src/core/triage/triage-service.ts';
import { viewService } from '../../../src/core/model/service-view.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { arbitraryCluster } from '../../support/arbitrary-cluster.ts';
import { endpointSlicesFor } from '../../support/endpoint-slices.ts';
import type { Json } from '../../support/merge-object.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';

const snapshotOfObjects = (items: readonly Json[]) => snapshotOf(JSON.stringify({ kind: 'List', apiVersion: 'v1', items }));

async function scan(items: readonly Json[]): Promise<readonly ServiceTriage[]> {
  const snapshot = await snapshotOfObjects(items);
  const neighbourhood = neighbourhoodOf(snapshot, 'shop');
  const services = neighbourhood.services.read ? neighbourhood.services.value : [];
  return triageNeighbourhood(snapshot, neighbourhood, services);
}

const brief = (triages: readonly ServiceTriage[]) =>
  triages
    .filter((triage) => triage.name !== 'bystander')
    .map((triage) => ({
      service: triage.name,
      findings: triage.findings.map((one) => `${one.check} ${one.severity} ${one.role} ${one.explainedBy ?? ''}`),
    }))
    .sort((a, b) => a.service.localeCompare(b.service));

const inFull = (triages: readonly ServiceTriage[]) =>
  triages
    .map(({ name, findings }) => ({
      name,
      findings: findings.map(({ check, role, say, evidence, next }) => ({ check, role, say: flatten(say), evidence, next })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** A healthy Service with its pod, which share no label with anything else. */
const bystander: readonly Json[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'bystander', namespace: 'shop', uid: 'by-1' },
    spec: { type: 'ClusterIP', clusterIP: '10.96.0.200', selector: { solo: 'yes' }, ports: [{ port: 7000, targetPort: 7000 }] },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'bystander-pod', namespace: 'shop', uid: 'by-2', labels: { solo: 'yes' } },
    spec: { containers: [{ name: 'solo', image: 'solo', ports: [{ containerPort: 7000 }] }] },
    status: { phase: 'Running', podIP: '10.0.9.9', conditions: [{ type: 'Ready', status: 'True' }] },
  },
];

describe('triage of any cluster', () => {
  it('never throws, and each finding says something and has an explainer that is there', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, async (items) => {
        const snapshot = await snapshotOfObjects(items);
        for (const { name, findings } of await scan(items)) {
          const explainers = findings.flatMap((one) => one.explainedBy ?? []);
          expect(findings.map((one) => one.check)).toEqual(expect.arrayContaining(explainers));
          expect(findings.filter((one) => flatten(one.say) === '')).toEqual([]);
          expect(findings.filter((one) => one.role === 'root-cause').length).toBeLessThanOrEqual(1);
          if (name === '') continue;
          const view = viewService(snapshot, 'shop', name);
          expect(renderPlain(triageAnswer(view, triageView(view, 'alone'), true))).not.toMatch(/undefined|NaN|\[object/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same in whatever order the objects come', async () => {
    const shuffled = arbitraryCluster.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray([...items], { minLength: items.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([items, other]) => {
        expect(inFull(await scan(other))).toEqual(inFull(await scan(items)));
      }),
      { numRuns: 100 },
    );
  });

  it('finds the same when an unrelated healthy Service stands beside', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, async (items) => {
        const beside = [...items, ...bystander, ...endpointSlicesFor(bystander)];
        expect(brief(await scan(beside)).filter((one) => one.service !== '')).toEqual(
          brief(await scan(withSliceKind(items))).filter((one) => one.service !== ''),
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** A dump without any slice counts as one from which they were left out; the comparison needs the kind on both sides. */
function withSliceKind(items: readonly Json[]): readonly Json[] {
  const other: readonly Json[] = bystander.map((one) => ({
    ...one,
    metadata: { ...(one['metadata'] as Json), namespace: 'elsewhere' },
  }));
  return [...items, ...other, ...endpointSlicesFor(other)];
}
