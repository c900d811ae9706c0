import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../src/core/answer/text.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { allFaults, faultsAtStart } from '../../src/playground/sample-cluster/faults/all-faults.ts';
import { liveShop } from './live-shop.ts';

const now = Date.parse('2026-11-20T09:30:00Z');

function start() {
  const { live: cluster, assistant } = liveShop(() => now);
  const ask = (words: string) => assistant.answer(parseWords(words), { signal: AbortSignal.timeout(10_000), requestId: 'r1' });
  return {
    cluster,
    triage: async (name: string, namespace: string) => {
      const { findings = [], status } = await ask(`triage ${name} -n ${namespace}`);
      return { status, rootCause: findings.find((one) => one.role !== 'symptom' && one.severity !== 'info')?.check };
    },
    scan: () => ask('scan -A'),
    headline: async (words: string) => flatten((await ask(words)).headline),
  };
}

/** What triage of the Service that a fault hits names as its root cause. */
const rootCauses: Readonly<Record<string, string>> = {
  'checkout-selector-typo': 'selector-label-typo',
  'search-probe-port': 'readiness-probe-wrong-port',
  'reports-scaled-to-zero': 'workload-scaled-to-zero',
  'payments-target-port': 'target-port-name-missing',
  'mailer-other-namespace': 'pods-in-other-namespace',
  'web-crash-looping': 'pods-crash-looping',
  'web-ingress-port': 'ingress-backend-port-missing',
  'cart-image-missing': 'image-pull-failing',
  'cart-policy-denies': 'netpol-denies-ingress',
  'gateway-load-balancer-pending': 'lb-provisioning-failed',
  'gateway-readiness-failing': 'readiness-probe-failing',
  'grafana-unschedulable': 'pods-unschedulable',
  'grafana-local-policy': 'external-policy-local-gaps',
  'checkout-out-of-memory': 'pods-oom-killed',
  'node-lost': 'node-not-ready',
  'dns-down': 'pods-crash-looping',
};

describe('a fault switch', () => {
  it('is in the table of root causes', () => {
    expect(Object.keys(rootCauses)).toEqual(allFaults.map((fault) => fault.id));
  });

  it.each(allFaults.map((fault) => [fault.id, fault] as const))('%s is diagnosed, and mended is healthy', async (id, fault) => {
    const { cluster, triage } = start();
    const { name, namespace } = fault.service;
    cluster.mendAll();
    const healthy = await triage(name, namespace);
    expect(healthy).toEqual({ status: healthy.status, rootCause: undefined });
    expect(cluster.turn(id, true)).toBe(true);
    expect((await triage(name, namespace)).rootCause).toBe(rootCauses[id]);
    cluster.turn(id, false);
    expect(await triage(name, namespace)).toEqual(healthy);
  });

  it('of the DNS is told with every Service that is asked about', async () => {
    const { cluster, triage } = start();
    cluster.mendAll();
    cluster.turn('dns-down', true);
    expect((await triage('web', 'shop')).rootCause).toBe('cluster-dns-unhealthy');
  });

  it('of the load balancer says that the quota is used up, and not that a permission is missing', async () => {
    const { cluster, headline } = start();
    cluster.turn('gateway-load-balancer-pending', true);
    expect(await headline('triage gateway -n shop')).toContain('a quota of the cloud that is used up');
  });

  it('that nobody has is refused', () => {
    expect(start().cluster.turn('no-such-fault', true)).toBe(false);
  });
});

describe('the live sample cluster', () => {
  it('is found with the five faults of its file, and has nothing wrong when all are mended', async () => {
    const { cluster, scan } = start();
    expect(
      cluster
        .switches()
        .filter((one) => one.on)
        .map((one) => one.fault),
    ).toEqual(faultsAtStart);
    expect((await scan()).findings?.some((one) => one.severity === 'critical')).toBe(true);
    cluster.mendAll();
    expect((await scan()).findings?.filter((one) => one.severity !== 'info') ?? []).toEqual([]);
    cluster.reset();
    expect(
      cluster
        .switches()
        .filter((one) => one.on)
        .map((one) => one.fault),
    ).toEqual(faultsAtStart);
  });

  it('tells of the switches that moved, and of no other', () => {
    const { cluster } = start();
    const told: [string, boolean][] = [];
    const stop = cluster.listen((moved) => told.push(...moved.map(({ fault, on }): [string, boolean] => [fault.id, on])));
    cluster.turn('checkout-selector-typo', true);
    cluster.turn('node-lost', true);
    cluster.turn('node-lost', false);
    stop();
    cluster.mendAll();
    expect(told).toEqual([
      ['node-lost', true],
      ['node-lost', false],
    ]);
  });

  it('answers a scan whatever is switched on, and says so for each Service that is hit', async () => {
    const { cluster, scan } = start();
    await fc.assert(
      fc.asyncProperty(fc.subarray([...allFaults], { minLength: 1 }), async (on) => {
        cluster.mendAll();
        on.forEach((fault) => cluster.turn(fault.id, true));
        const { intent, findings = [] } = await scan();
        expect(intent).toBe('scan');
        expect(findings.filter((one) => one.role === 'root-cause' || one.role === 'independent').length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });
});
