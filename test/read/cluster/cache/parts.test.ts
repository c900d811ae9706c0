import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod } from '../../../../src/core/model/kinds/pod.ts';
import { linesOf } from '../../../../src/read/cluster/cache/lines.ts';
import { keepNewestEvents } from '../../../../src/read/cluster/cache/newest-events.ts';
import { ObjectStore } from '../../../../src/read/cluster/cache/object-store.ts';
import { createPauses } from '../../../../src/read/cluster/cache/pauses.ts';
import { createSharing } from '../../../../src/read/cluster/cache/sharing.ts';
import { createTurns } from '../../../../src/read/cluster/turns.ts';
import { parseWatchEvent } from '../../../../src/read/cluster/cache/watch-event.ts';
import { projectEvent } from '../../../../src/read/project/event.ts';
import { projectPod } from '../../../../src/read/project/pod.ts';
import { projectService } from '../../../../src/read/project/service.ts';
import { projectWorkload } from '../../../../src/read/project/workload.ts';

const service = (namespace: string, name: string) => projectService({ metadata: { namespace, name } });
const placesIn = (list: readonly { metadata: { namespace: string; name: string } }[]) =>
  list.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);

describe('the lines of a stream', () => {
  it('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((word) => word.replaceAll(/[\n\r]/gu, ' '))),
        fc.infiniteStream(fc.nat(9)),
        async (words, sizes) => {
          const bytes = Buffer.from(words.map((word) => `${word}\n`).join(''));
          const chunks = async function* () {
            for (let at = 0; at < bytes.length;) {
              const size = 1 + (sizes.next().value ?? 0);
              yield bytes.subarray(at, (at += size));
            }
          };
          const found: string[] = [];
          for await (const lines of linesOf(chunks())) found.push(...lines);
          expect(found).toEqual(words);
        },
      ),
    );
  });

  it('leave out a last one that broke off', async () => {
    const found: string[] = [];
    const chunks = async function* () {
      yield Buffer.from('{"a":1}\n{"b":');
    };
    for await (const lines of linesOf(chunks())) found.push(...lines);
    expect(found).toEqual(['{"a":1}']);
  });

  it('are refused when one has no end', async () => {
    const chunks = async function* () {
      for (;;) yield Buffer.alloc(1_000_000, 'x');
    };
    const read = async () => {
      for await (const lines of linesOf(chunks())) expect(lines).toEqual([]);
    };
    await expect(read()).rejects.toThrow(/no end/u);
  });
});

describe('a line of a watch', () => {
  it.each([
    ['{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}', /HTTP 410 Expired/u],
    ['{"type":"ERROR","object":{}}', /HTTP 500/u],
    ['{"type":', /JSON/u],
  ])('%s is thrown', (line, expected) => {
    expect(() => parseWatchEvent(line)).toThrow(expected);
  });

  it.each(['null', '[]', '7', '{}', '{"type":"NEW","object":{}}'])('%s is passed over', (line) => {
    expect(parseWatchEvent(line)).toBeUndefined();
  });
});

describe('the objects of a cache', () => {
  it('come in the order of the API, whatever came first, and are those that were set last', () => {
    const places = fc.array(fc.tuple(fc.constantFrom('a', 'a-b', 'b', ''), fc.constantFrom('x', 'x-1', 'y')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.boolean()), (given, isSet) => {
        const store = new ObjectStore<'services'>();
        const expected = new Map<string, unknown>();
        for (const [namespace, name] of given) {
          const object = service(namespace, name);
          if (isSet.next().value === true) {
            store.set(object);
            expected.set(`${namespace}/${name}`, object);
          } else {
            store.delete(namespace, name);
            expected.delete(`${namespace}/${name}`);
          }
          // Asked in between: what is kept must not outlive a change.
          expect(store.everywhere()).toHaveLength(expected.size);
        }
        expect(store.everywhere()).toEqual([...expected].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one));
        expect(store.in('a')).toEqual(store.everywhere().filter((one) => one.metadata.namespace === 'a'));
        expect(store.named('x')).toEqual(store.everywhere().filter((one) => one.metadata.name === 'x'));
        expect(store.size).toBe(expected.size);
      }),
    );
  });

  it('of one namespace stay the same list when another changes', () => {
    const store = new ObjectStore<'services'>();
    store.set(service('a', 'x'));
    const list = store.in('a');
    store.set(service('b', 'x'));
    expect(store.in('a')).toBe(list);
    store.set(service('a', 'y'));
    expect(placesIn(list)).toEqual(['a/x']);
    expect(placesIn(store.in('a'))).toEqual(['a/x', 'a/y']);
  });

  it('are at most so many events, the newest', () => {
    const store = new ObjectStore<'events'>();
    for (let at = 0; at < 101; at += 1) {
      const time = new Date(Date.UTC(2026, 0, 1, 0, 0, (at * 37) % 101)).toISOString();
      store.set(projectEvent({ metadata: { namespace: 'a', name: `e${at}` }, lastTimestamp: time }));
    }
    keepNewestEvents(store, 101);
    expect(store.size).toBe(101);
    keepNewestEvents(store, 100);
    expect(store.size).toBe(90);
    expect(Math.min(...store.everywhere().map((one) => one.at ?? 0))).toBe(Date.UTC(2026, 0, 1, 0, 0, 11));
  });
});

describe('sharing equal parts', () => {
  const containers = [{ name: 'app', image: 'shop/web:1', ports: [{ containerPort: 8080 }] }];
  const pod = (name: string, image = 'shop/web:1'): Pod =>
    projectPod({
      metadata: { name, labels: { app: 'web' } },
      spec: { nodeName: name, containers: [{ ...containers[0], image }] },
    });

  it('changes nothing that can be seen, and keeps equal containers and labels once', () => {
    const share = createSharing();
    const [a, b, other] = [pod('a'), pod('b'), pod('c', 'shop/web:2')];
    for (const one of [a, b, other]) share(one);
    expect([a, b, other]).toEqual([pod('a'), pod('b'), pod('c', 'shop/web:2')]);
    expect(b.spec.containers).toBe(a.spec.containers);
    expect(b.metadata.labels).toBe(a.metadata.labels);
    expect(other.spec.containers).not.toBe(a.spec.containers);
    expect(Object.getPrototypeOf(b.metadata.labels)).toBeNull();
  });

  it('shares the containers of a template with its pods', () => {
    const share = createSharing();
    const workload = projectWorkload('Deployment')({ metadata: { name: 'web' }, spec: { template: { spec: { containers } } } });
    const one = pod('a');
    share(one);
    share(workload);
    expect(workload.spec.template.spec.containers).toBe(one.spec.containers);
    expect(workload).toEqual(
      projectWorkload('Deployment')({ metadata: { name: 'web' }, spec: { template: { spec: { containers } } } }),
    );
  });

  it('does not grow for ever', () => {
    const share = createSharing(2);
    const first = pod('a');
    share(first);
    for (let at = 0; at < 10; at += 1) share(pod(`p${at}`, `image:${at}`));
    const again = pod('a');
    share(again);
    expect(again).toEqual(first);
    expect(again.spec.containers).not.toBe(first.spec.containers);
  });
});

describe('waiting between tries', () => {
  it.each([0, 0.5, 0.999])('grows to half a minute and is spread (%s)', (random) => {
    const pauses = createPauses(() => random);
    const spread = 0.5 + random;
    expect([1, 2, 3].map((count) => pauses.afterFailure(count))).toEqual([500 * spread, 1_000 * spread, 2_000 * spread]);
    expect(pauses.afterFailure(50)).toBe(30_000 * spread);
    expect(pauses.beforeRelist()).toBe(2_000 * random);
    expect(pauses.watchSeconds()).toBeGreaterThanOrEqual(300);
    expect(pauses.watchSeconds()).toBeLessThan(600);
  });
});

describe('turns', () => {
  it('let one piece of work start in each turn of the event loop, first come first', async () => {
    const turns = createTurns();
    const order: string[] = [];
    let loops = 0;
    let isDone = false;
    const count = (): void => {
      loops += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await turns();
        order.push(`${name}${loops}`);
      }),
    );
    isDone = true;
    expect(order.map((one) => one[0])).toEqual(['a', 'b', 'c']);
    expect(new Set(order.map((one) => one.slice(1))).size).toBe(3);
  });
});
