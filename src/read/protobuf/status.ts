import { PbfReader } from 'pbf';
import type { Raw } from '../project/raw.ts';
import { MAGIC, OBJECT } from './envelope.ts';
import { parseFields } from './known-messages.ts';
import { endOf } from './length.ts';
import { readMessage } from './message.ts';

const status = parseFields(['3 message string?', '4 reason string?', '6 code int?']);

/** The Status that the API server answers in place of what was asked for. Throws when the bytes are none. */
export function readStatus(bytes: Uint8Array): Raw {
  const reader = new PbfReader(bytes);
  if (bytes.length < 4 || reader.dataView.getUint32(0) !== MAGIC) throw new Error('This is no protobuf of Kubernetes.');
  reader.pos = 4;
  for (let number = reader.nextField(); number !== 0; number = reader.nextField()) {
    if (number === OBJECT) return readMessage(reader, status, endOf(reader));
  }
  throw new Error('This protobuf of Kubernetes holds no object.');
}
