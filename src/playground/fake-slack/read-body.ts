import type { IncomingMessage } from 'node:http';
import { badRequest } from '../../core/problem/problem.ts';
import type { Json } from './model.ts';

/** The whole body; rejects with a Problem above `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw badRequest(`The request is larger than ${most} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a Web API call, sent as a form, as JSON or as multipart. Files of a multipart body are left out. */
export async function readArguments(body: Buffer, contentType: string): Promise<Json> {
  if (body.length === 0) return {};
  if (contentType.startsWith('application/json')) return asObject(JSON.parse(body.toString('utf8')));
  if (contentType.startsWith('multipart/')) {
    const form = await parseMultipart(body, contentType);
    return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}

/** The content of an upload: the first file of a multipart body, or the body itself. */
export async function readUpload(body: Buffer, contentType: string): Promise<Buffer> {
  if (!contentType.startsWith('multipart/')) return body;
  const form = await parseMultipart(body, contentType);
  for (const value of form.values())
    return typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
  return Buffer.alloc(0);
}

function parseMultipart(body: Buffer, contentType: string): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
