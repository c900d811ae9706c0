import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/read/cluster/api-error.ts';
import { createPauses } from '../../../../src/read/cluster/cache/pauses.ts';
import { ResourceWatch, type ResourceWatchDeps } from '../../../../src/read/cluster/cache/resource-watch.ts';

const line = (event: unknown) => Buffer.from(`${JSON.stringify(event)}\n`);
const everything = line({
  type: 'BOOKMARK',
  object: { metadata: { resourceVersion: '7', annotations: { 'k8s.io/initial-events-end': 'true' } } },
});

/** A watch of services, or of gateways, whose server does as the test says; it ends after so many pauses. */
async function pausesOf(
  stream: (watch: ResourceWatch, query: Readonly<Record<string, string>>) => AsyncGenerator<Uint8Array>,
  {
    most = 4,
    ...more
  }: Partial<ResourceWatchDeps> & { readonly most?: number; readonly resource?: 'services' | 'gateways' } = {},
) {
  const stopping = new AbortController();
  const waits: number[] = [];
  const states: string[] = [];
  const queries: Readonly<Record<string, string>>[] = [];
  const watch: ResourceWatch = new ResourceWatch(more.resource ?? 'services', {
    connection: {
      open: () => Promise.reject(new ApiError(500, 'Failure')),
      stream: (_, query) => {
        queries.push(query);
        return Promise.resolve(stream(watch, query));
      },
    },
    now: () => 0,
    wait: async (ms) => {
      waits.push(ms);
      if (waits.length >= most) stopping.abort();
    },
    pauses: createPauses(() => 0.5),
    turns: () => Promise.resolve(),
    share: () => undefined,
    server: { streamsLists: true },
    isServed: () => Promise.resolve(true),
    onChange: () => states.push(watch.state),
    silenceMs: { syncing: 5_000, watching: 5_000 },
    ...more,
  });
  await watch.run(stopping.signal);
  return { waits, states, queries };
}

describe('one watch', () => {
  it('waits longer and longer while the server ends it at once', async () => {
    const { waits } = await pausesOf(async function* () {
      yield* [];
    });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('begins to count anew after something came', async () => {
    let streams = 0;
    const { waits } = await pausesOf(async function* () {
      streams += 1;
      if (streams === 3) yield everything;
    });
    expect(waits).toEqual([500, 1_000, 500, 1_000]);
  });

  it('waits a while before it reads everything again, and as long as any other failure when that fails', async () => {
    const expired = line({ type: 'ERROR', object: { code: 410, reason: 'Expired' } });
    const { waits, queries } = await pausesOf(async function* (_, { resourceVersion }) {
      yield resourceVersion === undefined ? everything : expired;
    });
    expect(waits.slice(0, 2)).toEqual([500, 1_000]);
    expect(queries.slice(0, 3).map(({ resourceVersion }) => resourceVersion)).toEqual([undefined, '7', undefined]);
  });

  it('does not spin when the server is asked for its groups in vain after a renewal', async () => {
    let asked = 0;
    const { waits } = await pausesOf(
      async function* (watch) {
        yield everything;
        watch.renew(0);
        throw new Error('aborted');
      },
      {
        resource: 'gateways',
        isServed: () => ((asked += 1) === 1 ? Promise.resolve(true) : Promise.reject(new Error('down'))),
      },
    );
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    expect(asked).toBe(5);
  });
});
