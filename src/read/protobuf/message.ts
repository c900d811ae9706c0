import type { PbfReader } from 'pbf';
import { endOf } from './length.ts';
import { readValue, wireTypes, type Scalar } from './scalar.ts';

/** A field of a message. Without a name its own fields stand in the object itself, as JSON has them. */
interface Field {
  readonly name: string;
  readonly type: Scalar | Message;
  readonly many: 'one' | 'list' | 'map';
  readonly zeroIsAbsent: boolean;
}

/** Its fields by number; what is not in it is skipped. */
export type Message = readonly (Field | undefined)[];

const WITH_LENGTH = 2;

/**
 * Reads a message up to `end` as the object that JSON would have of it: names, absent zeros and maps as there. Times are Dates.
 * Throws when the bytes do not fit.
 */
export function readMessage(
  reader: PbfReader,
  message: Message,
  end: number,
  object: Record<string, unknown> = {},
): Record<string, unknown> {
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) {
    const field = message[number];
    // A field of another wire type than it is known to have is none that is known.
    if (field === undefined || reader.type !== wireTypeOf(field)) continue;
    if (field.many === 'map') readEntry(reader, field, object);
    else if (field.many === 'list') ((object[field.name] ??= []) as unknown[]).push(readField(reader, field));
    else if (field.name === '') readMessage(reader, field.type as Message, endOf(reader), object);
    else {
      const value = readField(reader, field);
      if (!field.zeroIsAbsent || (value !== '' && value !== 0 && value !== false)) object[field.name] = value;
    }
  }
  if (reader.pos > end) throw new Error('A protobuf message is cut short.');
  return object;
}

/** An entry of a map is a message of its own: 1 is the key, 2 the value. Both may be left out, and are then empty. */
function readEntry(reader: PbfReader, field: Field, object: Record<string, unknown>): void {
  const end = endOf(reader);
  let key = '';
  let value: unknown = '';
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) {
    if (reader.type !== WITH_LENGTH) continue;
    if (number === 1) key = readValue(reader, 'string') as string;
    else if (number === 2) value = readField(reader, field);
  }
  // Without a prototype: a label may be called `__proto__`.
  const map = (object[field.name] ??= Object.create(null)) as Record<string, unknown>;
  map[key] = value;
}

function readField(reader: PbfReader, { type }: Field): unknown {
  return typeof type === 'string' ? readValue(reader, type) : readMessage(reader, type, endOf(reader));
}

function wireTypeOf({ type, many }: Field): number {
  return many === 'map' || typeof type !== 'string' ? WITH_LENGTH : wireTypes[type];
}
