import type { PbfReader } from 'pbf';

/** Where the value ends whose length comes next. Throws when that is beyond the bytes there are. */
export function endOf(reader: PbfReader): number {
  const length = reader.readVarint();
  const end = reader.pos + length;
  if (!(end <= reader.length)) throw new Error('A protobuf message is cut short.');
  return end;
}
