import { afterEach, describe, expect, it } from 'vitest';
import { breakerFor } from '../../../src/app/breaker/with-breaker.ts';
import type { Reader } from '../../../src/core/model/reader.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { startFakeApiServer, type FakeApiServer } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';

type Behaviour = number | 'hang' | 'cut' | undefined;

const start = Date.parse('2026-11-20T14:02:00Z');

describe('a reader behind a circuit breaker', () => {
  let server: FakeApiServer;
  let behaviour: Behaviour;
  let now = start;
  afterEach(async () => server.stop());

  async function guarded(deadlineMs?: number): Promise<Reader> {
    behaviour = undefined;
    now = start;
    server = await startFakeApiServer({ objects: [], refuse: () => behaviour, absent: [] });
    const guard = breakerFor({
      cluster: 'prod',
      now: () => now,
      others: () => ['staging'],
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    });
    return guard(createClusterReader({ config: kubeConfigFor(server.url), name: 'prod', now: () => now }));
  }

  const read = (reader: Reader, signal = AbortSignal.timeout(20_000)) =>
    reader.read({ kind: 'namespace', namespace: 'shop' }, ['services'], signal).then(
      () => 'answered',
      (problem: { say: string }) => problem.say,
    );

  it('tells at once since when the cluster is silent and when it is tried again, and finds out then', async () => {
    const reader = await guarded();
    expect(await read(reader)).toBe('answered');
    behaviour = 503;
    for (let time = 0; time < 3; time += 1) {
      now += 60_000;
      expect(await read(reader)).toBe('The API server of prod answers, but not with what was asked.');
    }
    const asked = server.requests.length;
    now += 1_000;
    const silent = 'Cluster prod has not answered since 14:02 UTC (3m1s); next try in 4 s.';
    expect(await read(reader)).toBe(silent);
    const problem = await reader.findServices('web', AbortSignal.timeout(20_000)).catch((error: unknown) => error);
    expect(problem).toMatchObject({
      code: 'cluster-unreachable',
      say: silent,
      next: ['Ask again in 4 s.', 'Or ask another cluster: --cluster staging', 'Is the cluster up, and the network to it?'],
    });
    expect(server.requests).toHaveLength(asked);

    now += 4_000;
    behaviour = undefined;
    expect(await read(reader)).toBe('answered');
    expect(await read(reader)).toBe('answered');
  });

  it('lets one request find out while the others are told', async () => {
    const reader = await guarded();
    behaviour = 503;
    for (let time = 0; time < 3; time += 1) await read(reader);
    now += 5_000;
    behaviour = undefined;
    const [first, second] = await Promise.all([read(reader), read(reader)]);
    expect(first).toBe('answered');
    expect(second).toBe('Cluster prod has not answered since 14:02 UTC (5s); it is being tried right now.');
  });

  it.each([403, 401])('takes %i for an answer', async (status) => {
    const reader = await guarded();
    behaviour = status;
    for (let time = 0; time < 5; time += 1)
      expect(await read(reader)).toMatch(/may read nothing|does not accept the credentials/u);
    behaviour = undefined;
    expect(await read(reader)).toBe('answered');
  });

  it('gives up on one read when the deadline of the cluster is over, and counts it', async () => {
    const reader = await guarded(50);
    behaviour = 'hang';
    for (let time = 0; time < 3; time += 1) expect(await read(reader)).toBe('The API server of prod did not answer in time.');
    expect(await read(reader)).toMatch(/^Cluster prod has not answered since 14:02 UTC/u);
  });

  it('is the same for every person in whose name it is asked', async () => {
    const reader = await guarded();
    const jane = reader.as?.({ user: 'jane', groups: [] });
    expect(jane).toBe(reader.as?.({ user: 'jane', groups: [] }));
    behaviour = 503;
    for (let time = 0; time < 3; time += 1) await read(jane ?? reader);
    expect(await read(reader)).toMatch(/^Cluster prod has not answered since/u);
    expect(await read(reader.as?.({ user: 'joe', groups: [] }) ?? reader)).toMatch(/^Cluster prod has not answered since/u);
  });

  it('does not hold it against the cluster that somebody would not wait', async () => {
    const reader = await guarded();
    behaviour = 'hang';
    for (let time = 0; time < 5; time += 1) await read(reader, AbortSignal.timeout(30));
    for (let time = 0; time < 5; time += 1) await read(reader, AbortSignal.abort());
    behaviour = undefined;
    expect(await read(reader)).toBe('answered');
  });
});
