import { PbfWriter } from 'pbf';
import { kinds } from '../../src/read/protobuf/kept-fields.generated.ts';
import { hasProtobuf, messageOf, parseFields } from '../../src/read/protobuf/known-messages.ts';
import type { Message } from '../../src/read/protobuf/message.ts';
import type { ResourceName } from '../../src/core/model/resources.ts';
import { array, raw, string, stringMap, type Raw } from '../../src/read/project/raw.ts';

type Field = NonNullable<Message[number]>;

const listMeta = parseFields(['2 resourceVersion string?', '3 continue string?']);
const status = parseFields(['2 status string?', '3 message string?', '4 reason string?', '6 code int?']);

/**
 * A list as the API server writes it in protobuf, of those fields that are known; undefined for a kind that it writes as JSON.
 * That a real one writes the same is seen on a real one: test/cluster/protobuf.test.ts.
 */
export function writeList(
  resource: ResourceName,
  list: { readonly metadata: Raw; readonly items: readonly Raw[] },
  /** Bytes around the fields of each item. */
  around: Uint8Array = new Uint8Array(),
): Buffer | undefined {
  if (!hasProtobuf(resource)) return undefined;
  const writer = new PbfWriter();
  writer.writeBytesField(1, messageBytes(listMeta, list.metadata));
  for (const item of list.items)
    writer.writeBytesField(2, Buffer.concat([around, messageBytes(messageOf(kinds[resource]), item), around]));
  return wrap(`${kinds[resource]}List`, writer.finish());
}

export function writeStatus(object: Raw): Buffer {
  return wrap('Status', messageBytes(status, object));
}

/** Magic, then an Unknown: 1 what it is, 2 the object, 3 and 4 how it is written. */
function wrap(kind: string, object: Uint8Array): Buffer {
  const what = new PbfWriter();
  what.writeStringField(1, 'v1');
  what.writeStringField(2, kind);
  const writer = new PbfWriter();
  writer.writeBytesField(1, what.finish());
  writer.writeBytesField(2, object);
  writer.writeStringField(3, '');
  writer.writeStringField(4, '');
  return Buffer.concat([Buffer.from('k8s\0'), writer.finish()]);
}

export function messageBytes(message: Message, object: Raw): Uint8Array {
  const writer = new PbfWriter();
  message.forEach((field, number) => {
    if (field === undefined) return;
    const value = field.name === '' ? object : object[field.name];
    if (value === undefined || value === null) {
      // Go writes what is no pointer also when it is empty.
      if (field.zeroIsAbsent) writeField(writer, number, field, { string: '', int: 0, bool: false }[string(field.type)]);
    } else if (field.many === 'list') {
      for (const one of array(value)) writeField(writer, number, field, one);
    } else if (field.many === 'map') {
      for (const [key, one] of Object.entries(stringMap(value))) {
        const entry = new PbfWriter();
        writeText(entry, 1, key);
        writeField(entry, 2, field, one);
        writer.writeBytesField(number, entry.finish());
      }
    } else writeField(writer, number, field, value);
  });
  return writer.finish();
}

function writeField(writer: PbfWriter, number: number, { type }: Field, value: unknown): void {
  if (typeof type !== 'string') return writer.writeBytesField(number, messageBytes(type, raw(value)));
  switch (type) {
    case 'string':
      return writeText(writer, number, string(value));
    case 'int':
      return writer.writeVarintField(number, Number(value));
    case 'bool':
      return writer.writeBooleanField(number, value === true);
    case 'quantity':
      return writer.writeBytesField(number, textBytes(string(value)));
    case 'json':
      return writer.writeBytesField(number, textBytes(JSON.stringify(value)));
    case 'time':
      return writer.writeBytesField(number, timeBytes(value instanceof Date ? value : new Date(string(value))));
    case 'intOrString':
      return writer.writeBytesField(number, intOrStringBytes(value));
  }
}

/** PbfWriter writes what lies beyond U+FFFF wrongly. */
function writeText(writer: PbfWriter, number: number, text: string): void {
  writer.writeBytesField(number, Buffer.from(text));
}

function textBytes(text: string): Uint8Array {
  const writer = new PbfWriter();
  writeText(writer, 1, text);
  return writer.finish();
}

function timeBytes(time: Date): Uint8Array {
  const writer = new PbfWriter();
  const seconds = Math.floor(time.getTime() / 1_000);
  if (Number.isNaN(seconds)) return writer.finish();
  writer.writeVarintField(1, seconds);
  writer.writeVarintField(2, (time.getTime() - seconds * 1_000) * 1_000_000);
  return writer.finish();
}

function intOrStringBytes(value: unknown): Uint8Array {
  const writer = new PbfWriter();
  const isText = typeof value === 'string';
  writer.writeVarintField(1, isText ? 1 : 0);
  writer.writeVarintField(2, isText ? 0 : Number(value));
  writeText(writer, 3, isText ? value : '');
  return writer.finish();
}
