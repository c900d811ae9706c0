import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { resourceNames, resources, type ResourceName } from '../../src/core/model/resources.ts';
import { array, raw, string, stringMap, type Raw } from '../../src/read/project/raw.ts';
import { PROTOBUF } from '../../src/read/protobuf/envelope.ts';
import { FakeWatches } from './fake-watches.ts';
import { writeList, writeStatus } from './write-protobuf.ts';

export interface FakeApiServer {
  readonly url: string;
  /** `GET /api/v1/…?…` in the order in which they came. */
  readonly requests: string[];
  /** Bytes of all answers so far. */
  readonly bytes: () => number;
  /** Its objects: what is changed here is told to whoever watches. */
  readonly watches: FakeWatches;
  stop(): Promise<void>;
}

export interface FakeApiServerOptions {
  readonly objects: readonly Raw[];
  /** An answer in place of the list; undefined serves the list. */
  readonly refuse?: (resource: ResourceName, namespace: string | undefined) => number | 'hang' | 'cut' | undefined;
  /** The only bearer token that it takes, asked at each request; any by default. */
  readonly token?: string | (() => string);
  /** API groups that it does not have; `/apis` leaves them out and their kinds are 404. */
  readonly absent?: readonly string[];
  /** Refuses `/apis` with this status. */
  readonly refuseGroups?: number;
  /** Splits lists into pages of this size, whatever `limit` says. */
  readonly pageSize?: number;
  /** It knows no protobuf and packs nothing, as a proxy before it may; `refuses`: and refuses whoever asks for any. */
  readonly jsonOnly?: boolean | 'refuses';
  /** Its OpenAPI v3; none is served without. Asked at each request, so that a server can be upgraded. */
  readonly openApi?: () => FakeOpenApi;
  /** A free one by default; a server that is started again has that of before. */
  readonly port?: number;
}

export interface FakeOpenApi {
  /** In place of the index. */
  readonly index?: Answer;
  /** By name in the index: `api/v1`. Text is sent as it is. */
  readonly documents: Readonly<Record<string, object | Answer>>;
}

/** A status, the text of a body, or none at all. */
type Answer = number | string | typeof hang;

export const hang = Symbol('hang');

/**
 * The list calls of an API server over the objects of a dump: paths, label and field selectors, pages. Enough to hold a
 * reader against; what a real one does otherwise is tested on a real one.
 */
export async function startFakeApiServer(options: FakeApiServerOptions): Promise<FakeApiServer> {
  const requests: string[] = [];
  let bytes = 0;
  const watches = new FakeWatches(options.objects);
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const send = response.end.bind(response) as (body: string | Buffer) => ServerResponse;
    response.end = ((body: string | Buffer = '') => {
      bytes += Buffer.byteLength(body);
      return send(packed(request, response, body, options));
    }) as typeof response.end;
    serve(request, response, options, watches);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    bytes: () => bytes,
    watches,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { refuse, token, absent = [], refuseGroups, pageSize = 500, openApi, jsonOnly = false }: FakeApiServerOptions,
  watches: FakeWatches,
): void {
  const url = new URL(request.url ?? '/', 'http://x');
  const found = /^\/(?:api\/v1|apis\/[^/]+\/v\d+(?:(?:alpha|beta)\d+)?)(?:\/namespaces\/([^/]+))?\/([a-z]+)$/u.exec(
    url.pathname,
  );
  const namespace = found?.[1];
  const resource = resourceNames.find((name) => name === found?.[2]);
  const wanted = typeof token === 'function' ? token() : token;
  if (wanted !== undefined && request.headers.authorization !== `Bearer ${wanted}`)
    return status(response, 401, 'Unauthorized');
  if (openApi !== undefined && url.pathname.startsWith('/openapi/v3')) return serveOpenApi(url, response, openApi());
  if (url.pathname === '/apis') {
    if (refuseGroups !== undefined) return status(response, refuseGroups, 'Forbidden');
    const groups = [...new Set(resourceNames.map((name) => resources[name].group))].filter((one) => !absent.includes(one));
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end(
      JSON.stringify({ kind: 'APIGroupList', groups: groups.filter(Boolean).map((one) => ({ name: one })) }),
    );
  }
  if (url.pathname === '/version') return void response.end('{"major":"1"}');
  if (resource === undefined || absent.includes(resources[resource].group)) return status(response, 404, 'NotFound');
  if (jsonOnly === 'refuses' && request.headers.accept !== 'application/json') return status(response, 406, 'NotAcceptable');
  const refused = refuse?.(resource, namespace);
  if (refused === 'hang') return;
  if (refused === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"kind":"List","items":[');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (refused !== undefined) return status(response, refused, refused === 403 ? 'Forbidden' : 'Failure');
  const { kind } = resources[resource];
  if (url.searchParams.has('watch')) {
    return watches.serve(kind, url.searchParams, response, (object) =>
      hasFields(object, url.searchParams.get('fieldSelector')),
    );
  }
  const list = watches.objects.filter(
    (object) =>
      object['kind'] === kind &&
      (namespace === undefined || string(raw(object['metadata'])['namespace']) === namespace) &&
      hasLabels(object, url.searchParams.get('labelSelector')) &&
      hasFields(object, url.searchParams.get('fieldSelector')),
  );
  const from = Number(url.searchParams.get('continue') ?? 0);
  const page = list.slice(from, from + pageSize);
  const next = from + pageSize < list.length ? String(from + pageSize) : '';
  // Items of a list carry neither kind nor apiVersion, as the real API sends them.
  const items = page.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'kind' && key !== 'apiVersion')),
  );
  const body = { kind: `${kind}List`, metadata: { continue: next, resourceVersion: watches.version }, items: array(items) };
  const asked = jsonOnly === false && request.headers.accept?.startsWith(PROTOBUF) === true;
  const bytes = asked ? writeList(resource, { metadata: body.metadata, items }) : undefined;
  response.setHeader('content-type', bytes === undefined ? 'application/json' : PROTOBUF);
  response.end(bytes ?? JSON.stringify(body));
}

/** As the real one packs long answers: here all of a few hundred bytes. */
function packed(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Buffer,
  { jsonOnly = false }: FakeApiServerOptions,
) {
  if (jsonOnly !== false || response.headersSent || body.length < 300 || request.headers['accept-encoding'] !== 'gzip')
    return body;
  response.setHeader('content-encoding', 'gzip');
  return gzipSync(body);
}

/** As the real one: the index names each document with the hash of what it holds, and an old hash is sent on to the new. */
function serveOpenApi(url: URL, response: ServerResponse, { index, documents }: FakeOpenApi): void {
  const name = url.pathname.slice('/openapi/v3/'.length);
  const hashOf = (one: unknown) =>
    createHash('sha256')
      .update(JSON.stringify([one]))
      .digest('hex')
      .toUpperCase();
  const addressOf = (key: string) => `/openapi/v3/${key}?hash=${hashOf(documents[key])}`;
  const answer =
    name === ''
      ? (index ?? {
          paths: Object.fromEntries(Object.keys(documents).map((key) => [key, { serverRelativeURL: addressOf(key) }])),
        })
      : (documents[name] ?? 404);
  if (answer === hang) return;
  if (typeof answer === 'number') return status(response, answer, answer === 403 ? 'Forbidden' : 'Failure');
  const hash = url.searchParams.get('hash');
  if (name !== '' && hash !== null && hash !== hashOf(answer)) {
    response.writeHead(301, { location: addressOf(name) }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

function hasLabels(object: Raw, selector: string | null): boolean {
  const labels = stringMap(raw(object['metadata'])['labels']);
  return selector === null || selector.split(',').every((pair) => labels[pair.split('=')[0] ?? ''] === pair.split('=')[1]);
}

/** `metadata.name=web` and `reason!=Pulled,reason!=Started`: what every kind knows, and what Events do. */
function hasFields(object: Raw, selector: string | null): boolean {
  if (selector === null) return true;
  return selector.split(',').every((one) => {
    const [, field = '', not, value = ''] = /^([a-z.]+)(!?)=(.*)$/u.exec(one) ?? [];
    const found = field === 'metadata.name' ? string(raw(object['metadata'])['name']) : string(object[field]);
    return (found === value) === (not === '');
  });
}

/** A Status is written as what was asked for would have been. */
function status(response: ServerResponse, code: number, reason: string): void {
  const object = { kind: 'Status', status: 'Failure', reason, code, message: 'secret-in-the-body' };
  const asProtobuf = response.req.headers.accept?.startsWith(PROTOBUF) === true;
  response.writeHead(code, { 'content-type': asProtobuf ? PROTOBUF : 'application/json' });
  response.end(asProtobuf ? writeStatus(object) : JSON.stringify(object));
}
