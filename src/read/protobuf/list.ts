import { PbfReader } from 'pbf';
import type { ResourceName } from '../../core/model/resources.ts';
import { string, type Raw } from '../project/raw.ts';
import { kinds } from './kept-fields.generated.ts';
import { messageOf, parseFields } from './known-messages.ts';
import { readMessage, type Message } from './message.ts';
import { MAGIC, OBJECT } from './envelope.ts';
import { Unread } from './unread.ts';
import { headAt, type Head } from './head.ts';

const listMeta = parseFields(['2 resourceVersion string?', '3 continue string?']);
const METADATA = 1;
const ITEMS = 2;

export interface ProtobufList {
  /** Where the list goes on; '' at its end. */
  readonly next: string;
  readonly version: string;
  /** In the pieces in which the bytes come. Throws when they end too early or are none of such objects. */
  readonly items: AsyncIterable<readonly Raw[]>;
}

/** A list of the resource, known as soon as its beginning has come. Throws when the bytes are none. */
export async function readList(
  resource: keyof typeof kinds & ResourceName,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ProtobufList> {
  const unread = new Unread(chunks);
  try {
    let left = await beginObject(unread);
    let meta: Raw = {};
    // It is the first: before the items it tells where the list goes on.
    const head = left === 0 ? undefined : await nextHead(unread);
    if (head?.number === METADATA) {
      await unread.atLeast(head.before + head.length);
      left -= head.before + head.length;
      meta = valueOf(unread, head, listMeta);
    }
    const items = itemsOf(unread, left, messageOf(kinds[resource]));
    return { next: string(meta['continue']), version: string(meta['resourceVersion']), items };
  } catch (error) {
    await unread.leave();
    throw error;
  }
}

/** Up to where the object begins that the answer wraps; its bytes. */
async function beginObject(unread: Unread): Promise<number> {
  await unread.atLeast(4);
  if (unread.bytes.readUInt32BE(unread.at) !== MAGIC) throw new Error('This is no protobuf of Kubernetes.');
  unread.at += 4;
  for (;;) {
    const head = await nextHead(unread);
    unread.at += head.before;
    if (head.number === OBJECT) return head.length;
    await unread.atLeast(head.length);
    unread.at += head.length;
  }
}

async function* itemsOf(unread: Unread, length: number, message: Message): AsyncGenerator<readonly Raw[], void> {
  let left = length;
  try {
    for (;;) {
      const items: Raw[] = [];
      const before = unread.length;
      for (let head = wholeHead(unread, left); head !== undefined; head = wholeHead(unread, left - (before - unread.length))) {
        if (head.number === ITEMS) items.push(valueOf(unread, head, message));
        else unread.at += head.before + head.length;
      }
      left -= before - unread.length;
      if (items.length > 0) yield items;
      if (left <= 0) break;
      await unread.more();
    }
    await unread.end();
  } finally {
    await unread.leave();
  }
}

/** The next field, when all of it has come. */
function wholeHead(unread: Unread, left: number): Head | undefined {
  if (left <= 0) return undefined;
  const head = headAt(unread.bytes, unread.at);
  return head !== undefined && head.before + head.length <= unread.length ? head : undefined;
}

async function nextHead(unread: Unread): Promise<Head> {
  for (;;) {
    const head = headAt(unread.bytes, unread.at);
    if (head !== undefined) return head;
    await unread.more();
  }
}

function valueOf(unread: Unread, { before, length }: Head, message: Message): Raw {
  const reader = new PbfReader(unread.bytes);
  reader.pos = unread.at + before;
  unread.at = reader.pos + length;
  return readMessage(reader, message, unread.at);
}
