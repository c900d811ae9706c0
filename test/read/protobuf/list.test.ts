import fc from 'fast-check';
import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { projections } from '../../../src/read/project/projections.ts';
import type { Raw } from '../../../src/read/project/raw.ts';
import { kinds } from '../../../src/read/protobuf/kept-fields.generated.ts';
import { messageOf } from '../../../src/read/protobuf/known-messages.ts';
import { readList } from '../../../src/read/protobuf/list.ts';
import { arbitraryObject } from '../../support/arbitrary-object.ts';
import { inChunks } from '../../support/in-chunks.ts';
import { writeList, writeStatus } from '../../support/write-protobuf.ts';

type Resource = keyof typeof kinds;
const resources = Object.keys(kinds) as Resource[];

async function read(resource: Resource, chunks: AsyncIterable<Uint8Array>) {
  const { next, version, items } = await readList(resource, chunks);
  const found: Raw[] = [];
  for await (const some of items) found.push(...some);
  return { next, version, items: found };
}

function written(resource: Resource, items: readonly Raw[], metadata: Raw = { resourceVersion: '7' }): Buffer {
  const bytes = writeList(resource, { metadata, items });
  if (bytes === undefined) throw new Error(`${resource} are not written as protobuf`);
  return bytes;
}

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });

describe('a list in protobuf', () => {
  it.each(resources)('of %s is the list in JSON, however its bytes come', async (resource) => {
    const object = arbitraryObject(messageOf(kinds[resource]));
    await fc.assert(
      fc.asyncProperty(fc.array(object, { maxLength: 4 }), sizes, async (items, pieces) => {
        const { items: found } = await read(resource, inChunks(written(resource, items), pieces));
        expect(found.map((one) => projections[resource](one))).toEqual(items.map((one) => projections[resource](one)));
      }),
      { numRuns: 60 },
    );
  });

  it('tells where it goes on before its items have come', async () => {
    const bytes = written('services', [{ metadata: { name: 'web' } }], { resourceVersion: '7', continue: 'more' });
    let asked = 0;
    async function* slowly() {
      for await (const chunk of inChunks(bytes, [1])) {
        asked += 1;
        yield chunk;
      }
    }
    const { next, version, items } = await readList('services', slowly());
    expect([next, version]).toEqual(['more', '7']);
    expect(asked).toBeLessThan(bytes.length - 5);
    for await (const some of items) expect(some).toEqual([{ metadata: { name: 'web' } }]);
    expect(asked).toBe(bytes.length);
  });

  it('may be empty', async () => {
    expect(await read('pods', inChunks(written('pods', []), [3]))).toEqual({ next: '', version: '7', items: [] });
  });

  it('that is cut short is refused, wherever it was cut', async () => {
    const bytes = written('services', [{ metadata: { name: 'web', labels: { app: 'web' } } }, { metadata: { name: 'api' } }]);
    const object = bytes.length - endOfEnvelope;
    for (let length = 0; length < object; length += 1) {
      await expect(read('services', inChunks(bytes.subarray(0, length), [16])), `${length} bytes`).rejects.toThrow(
        /cut short/u,
      );
    }
    expect((await read('services', inChunks(bytes, [16]))).items).toHaveLength(2);
  });

  it('with fields that nobody knows is the same without them', async () => {
    const service = { metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } };
    const bytes = writeList('services', { metadata: { resourceVersion: '7' }, items: [service] }, news());
    expect((await read('services', inChunks(bytes ?? Buffer.alloc(0), [7]))).items).toEqual([service]);
  });

  it('that is something else is refused in words', async () => {
    const others = [Buffer.from('<html>'), Buffer.from('{"kind":"PodList","items":[]}'), Buffer.from('k8s\0\x08\x01')];
    for (const other of others) await expect(read('pods', inChunks(other, [4]))).rejects.toThrow(/no protobuf|no list/u);
    await expect(read('pods', inChunks(writeStatus({ code: 403, reason: 'Forbidden' }), [9]))).rejects.toThrow(/no list/u);
  });

  it('of any bytes whatever is read or refused, and never waited for', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .uint8Array({ maxLength: 200 })
        .map((rest) => Buffer.concat([written('pods', [{ metadata: { name: 'a' } }]).subarray(0, 40), rest])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        const result = await read('pods', inChunks(some, [16])).catch((error: unknown) => error);
        expect(result).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

/** After the object an answer has two empty texts: how it is written. */
const endOfEnvelope = 4;

/** A field of each wire type that no version of Kubernetes has, and a known number with another wire type than is known. */
function news(): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1_000, 5);
  writer.writeDoubleField(1_001, 1.5);
  writer.writeFixed32Field(1_002, 7);
  writer.writeStringField(1_003, 'new');
  writer.writeVarintField(1, 5);
  return writer.finish();
}
