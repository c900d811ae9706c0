import type { ResourceName } from '../../src/core/model/resources.ts';
import { projections } from '../../src/read/project/projections.ts';

/** What fields.go prints. */
export interface GoField {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly many: 'one' | 'list' | 'map';
  readonly zeroIsAbsent: boolean;
}
export type GoMessages = Readonly<Record<string, readonly GoField[]>>;

/** By message, the names of its fields that were read. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

const SAMPLES = 400;
/** Words on which a projection decides what it reads next. */
const words = ['ndots', 'Always', 'HTTPS', 'Complete', 'x'];

/**
 * Which fields the projection of a resource reads: it is given objects that have each field, but for some that are left out by
 * chance, as it may look at one only where another is missing.
 */
export function recordReads(resource: ResourceName, kind: string, messages: GoMessages): Reads {
  const reads = new Map<string, Set<string>>();
  const next = randomFrom(1);

  const valueOf = (type: string): unknown => {
    switch (type) {
      case 'string':
      case 'quantity':
        return words[Math.floor(next() * words.length)];
      case 'bool':
        return next() < 0.5;
      case 'int':
      case 'intOrString':
        return Math.floor(next() * 3);
      case 'time':
        return new Date(0);
      case 'json':
        return { 'f:spec': { 'f:replicas': {} } };
      case 'bytes':
        return '';
      default:
        return objectOf(type);
    }
  };
  const fieldValue = (field: GoField): unknown => {
    if (field.many === 'list') return [valueOf(field.type), valueOf(field.type)];
    return field.many === 'map' ? { memory: valueOf(field.type) } : valueOf(field.type);
  };
  const objectOf = (type: string): object => {
    const object = {};
    for (const [owner, field] of flat(type, messages)) {
      const isThere = next() < 0.75;
      let value: unknown;
      Object.defineProperty(object, field.name, {
        enumerable: true,
        get: () => {
          reads.set(owner, (reads.get(owner) ?? new Set()).add(field.name));
          return isThere ? (value ??= fieldValue(field)) : undefined;
        },
      });
    }
    return object;
  };

  for (let sample = 0; sample < SAMPLES; sample += 1) projections[resource](objectOf(kind) as never);
  return reads;
}

/** The fields of an object in JSON, with the message that each belongs to. */
function flat(type: string, messages: GoMessages): readonly (readonly [owner: string, field: GoField])[] {
  return (messages[type] ?? []).flatMap((field) => (field.name === '' ? flat(field.type, messages) : [[type, field] as const]));
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
