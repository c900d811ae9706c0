import type { PbfReader } from 'pbf';
import { endOf } from './length.ts';
import { Words } from './words.ts';

/** Types of fields that are one value in JSON. `json` is JSON as text, which whoever needs it parses. */
export type Scalar = 'string' | 'bool' | 'int' | 'time' | 'quantity' | 'intOrString' | 'json';

const VARINT = 0;
const WITH_LENGTH = 2;

/** How the bytes of a value are told: as a number, or after their length. */
export const wireTypes: { readonly [S in Scalar]: number } = {
  bool: VARINT,
  int: VARINT,
  string: WITH_LENGTH,
  time: WITH_LENGTH,
  quantity: WITH_LENGTH,
  intOrString: WITH_LENGTH,
  json: WITH_LENGTH,
};

export function readValue(reader: PbfReader, type: Scalar): unknown {
  switch (type) {
    case 'string':
      return readString(reader);
    case 'int':
      return reader.readVarint(true);
    case 'bool':
      return reader.readVarint() !== 0;
    case 'time':
      return readTime(reader);
    case 'quantity':
    case 'json':
      return readText(reader);
    case 'intOrString':
      return readIntOrString(reader);
  }
}

const words = new Words();

function readString(reader: PbfReader): string {
  const end = endOf(reader);
  const text = words.read(reader.buf as Buffer, reader.pos, end);
  reader.pos = end;
  return text;
}

/** 1 seconds, 2 nanoseconds; no bytes at all are no time. Source: k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto */
function readTime(reader: PbfReader): Date | undefined {
  const end = endOf(reader);
  if (reader.pos === end) return undefined;
  const [seconds = 0, nanoseconds = 0] = readNumbers(reader, end);
  return new Date(seconds * 1_000 + Math.floor(nanoseconds / 1_000_000));
}

/** 1 the text of a Quantity or of FieldsV1. Source: k8s.io/apimachinery/pkg/{api/resource,apis/meta/v1}/generated.proto */
function readText(reader: PbfReader): string {
  const end = endOf(reader);
  let text = '';
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) {
    if (number === 1 && reader.type === WITH_LENGTH) text = readString(reader);
  }
  return text;
}

/** 1 which of them it is, 2 the number, 3 the text. Source: k8s.io/apimachinery/pkg/util/intstr/generated.proto */
function readIntOrString(reader: PbfReader): number | string {
  const end = endOf(reader);
  let [isText, value, text] = [false, 0, ''];
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) {
    if (number === 1 && reader.type === VARINT) isText = reader.readVarint() === 1;
    else if (number === 2 && reader.type === VARINT) value = reader.readVarint(true);
    else if (number === 3 && reader.type === WITH_LENGTH) text = readString(reader);
  }
  return isText ? text : value;
}

function readNumbers(reader: PbfReader, end: number): readonly [number?, number?] {
  const numbers: [number?, number?] = [];
  for (let number = reader.nextField(end); number !== 0; number = reader.nextField(end)) {
    if (reader.type === VARINT && (number === 1 || number === 2)) numbers[number - 1] = reader.readVarint(true);
  }
  return numbers;
}
