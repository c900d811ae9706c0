import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/read/cluster/api-error.ts';
import type { Body } from '../../../../src/read/cluster/body.ts';
import { createPauses } from '../../../../src/read/cluster/cache/pauses.ts';
import { ResourceWatch, type ResourceWatchDeps } from '../../../../src/read/cluster/cache/resource-watch.ts';
import { inChunks } from '../../../support/in-chunks.ts';

const line = (event: unknown) => Buffer.from(`${JSON.stringify(event)}\n`);
const change = line({ type: 'ADDED', object: { metadata: { name: 'web', namespace: 'shop', resourceVersion: '8' } } });

/** An empty list of version 7. */
const everything = (): Promise<Body> => {
  const bytes = Buffer.from(JSON.stringify({ metadata: { resourceVersion: '7' }, items: [] }));
  return Promise.resolve({ type: 'application/json', chunks: inChunks(bytes, [16]) as AsyncIterable<Buffer> });
};

/** A watch of services, or of gateways, whose server does as the test says; it ends after so many pauses. */
async function pausesOf(
  stream: (watch: ResourceWatch, query: Readonly<Record<string, string>>) => AsyncGenerator<Uint8Array>,
  {
    most = 4,
    list = everything,
    ...more
  }: Partial<ResourceWatchDeps> & {
    readonly most?: number;
    readonly list?: () => Promise<Body>;
    readonly resource?: 'services' | 'gateways';
  } = {},
) {
  const stopping = new AbortController();
  let lists = 0;
  const waits: number[] = [];
  const states: string[] = [];
  const queries: Readonly<Record<string, string>>[] = [];
  const watch: ResourceWatch = new ResourceWatch(more.resource ?? 'services', {
    connection: {
      open: () => {
        lists += 1;
        return list();
      },
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
    isServed: () => Promise.resolve(true),
    onChange: () => states.push(watch.state),
    silenceMs: 5_000,
    ...more,
  });
  await watch.run(stopping.signal);
  return { waits, states, queries, lists };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* [];
}

describe('one watch', () => {
  it('waits longer and longer while the server ends it at once', async () => {
    const { waits } = await pausesOf(nothing);
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('waits longer and longer while the list fails', async () => {
    const { waits, lists } = await pausesOf(nothing, { list: () => Promise.reject(new ApiError(500, 'Failure')) });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    expect(lists).toBe(4);
  });

  it('begins to count anew after something came', async () => {
    let streams = 0;
    const { waits, lists } = await pausesOf(async function* () {
      streams += 1;
      if (streams === 3) yield change;
    });
    expect(waits).toEqual([500, 1_000, 500, 1_000]);
    expect(lists).toBe(1);
  });

  it('goes on from the last version that came', async () => {
    const { queries } = await pausesOf(async function* () {
      yield change;
    });
    expect(queries.map(({ resourceVersion }) => resourceVersion)).toEqual(['7', '8', '8', '8']);
  });

  it('waits a while before it reads everything again', async () => {
    const expired = line({ type: 'ERROR', object: { code: 410, reason: 'Expired' } });
    const { waits, queries, lists } = await pausesOf(async function* () {
      yield expired;
    });
    expect(waits).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(queries.every(({ resourceVersion }) => resourceVersion === '7')).toBe(true);
    expect(lists).toBe(4);
  });

  it('does not spin when the server is asked for its groups in vain after a renewal', async () => {
    let asked = 0;
    const { waits } = await pausesOf(
      async function* (watch) {
        yield change;
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
