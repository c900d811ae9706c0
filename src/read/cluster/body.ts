import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { PROTOBUF } from '../protobuf/envelope.ts';
import { readStatus } from '../protobuf/status.ts';
import { raw, string, type Raw } from '../project/raw.ts';

export const JSON_TYPE = 'application/json';

/** What the API server answers, as it comes. */
export interface Body {
  /** The media type as the server names it, with its parameters. */
  readonly type: string;
  /** Unpacked. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** The API server packs long answers when it is asked to: lists are a tenth then. What breaks is thrown to whoever reads. */
export function bodyOf({ headers, body }: Dispatcher.ResponseData): Body {
  const type = String(headers['content-type'] ?? '');
  if (headers['content-encoding'] !== 'gzip') return { type, chunks: body as AsyncIterable<Buffer> };
  const unpacked = createGunzip({ chunkSize: 64 * 1024 });
  pipeline(body, unpacked, () => undefined);
  return { type, chunks: unpacked as AsyncIterable<Buffer> };
}

export function isProtobuf({ type }: Body): boolean {
  return type.startsWith(PROTOBUF);
}

export async function wholeOf({ chunks }: Body): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all.length === 1 && all[0] !== undefined ? all[0] : Buffer.concat(all);
}

export async function jsonOf(body: Body): Promise<unknown> {
  return JSON.parse((await wholeOf(body)).toString()) as unknown;
}

/** The Status that the API server sends in place of what was asked for; empty when somebody else has answered. */
export async function statusIn(body: Body): Promise<{ readonly reason: string; readonly message: string }> {
  const bytes = await wholeOf(body);
  const status = parsed(bytes, isProtobuf(body));
  return { reason: string(status['reason']).slice(0, 60), message: string(status['message']) };
}

function parsed(bytes: Buffer, protobuf: boolean): Raw {
  try {
    return protobuf ? readStatus(bytes) : raw(JSON.parse(bytes.toString()));
  } catch {
    return {};
  }
}
