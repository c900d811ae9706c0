export interface Head {
  readonly number: number;
  /** Bytes before the value. */
  readonly before: number;
  /** Bytes of the value. */
  readonly length: number;
}

/**
 * The number of the field that begins at `at`, and how long it is; undefined where the bytes that came so far do not tell.
 * Throws for a field whose value is not told after its length: lists and what is around them have no others.
 */
export function headAt(bytes: Uint8Array, at: number): Head | undefined {
  const tag = varintAt(bytes, at);
  if (tag === undefined) return undefined;
  if ((tag.value & 7) !== 2) throw new Error('This is no list of Kubernetes.');
  const length = varintAt(bytes, tag.end);
  return length === undefined ? undefined : { number: tag.value >>> 3, before: length.end - at, length: length.value };
}

/** Up to 2^31: no tag and no length is longer. */
function varintAt(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let read = 0; read < 5; read += 1) {
    const byte = bytes[at + read];
    if (byte === undefined) return undefined;
    value |= (byte & 0x7f) << (7 * read);
    if (byte < 0x80) {
      if (value < 0) break;
      return { value, end: at + read + 1 };
    }
  }
  throw new Error('This is no protobuf of Kubernetes.');
}
