import type { ResourceName } from '../../core/model/resources.ts';
import { hasProtobuf } from '../protobuf/known-messages.ts';
import { readList } from '../protobuf/list.ts';
import { PROTOBUF } from '../protobuf/envelope.ts';
import { array, raw, string, type Raw } from '../project/raw.ts';
import { ApiError } from './api-error.ts';
import { isProtobuf, JSON_TYPE, wholeOf, type Body } from './body.ts';
import type { Connection } from './connection.ts';
import { parseList } from './parse-list.ts';

/** A part of a list, as long as `limit` allows. */
export interface ListPage {
  /** Where the list goes on; '' at its end. */
  readonly next: string;
  /** Where a watch goes on. */
  readonly version: string;
  /** In the pieces in which the bytes come, so that whoever reads can pause between two of them. */
  readonly items: AsyncIterable<readonly Raw[]> | readonly (readonly Raw[])[];
}

/** Objects of a page. JSON is parsed in one piece, which must not hold up the event loop; protobuf is read as it comes. */
const LIMIT = { json: 500, protobuf: 2_000 };

/** The reason that an abort would make of its own costs more than what there is to abort: mostly nothing. */
const isOver = new Error('the list is not read on');

/**
 * The pages of a list. Objects of Kubernetes come as protobuf, which the API server writes in two thirds of the time and of
 * which only the fields that are needed are read; those of a CRD, and all of them from whoever does not know protobuf, as JSON.
 * A page tells at its beginning where the list goes on, so the API server writes the next one while this one is read.
 * Source: kubernetes.io/docs/reference/using-api/api-concepts/#alternate-representations-of-resources
 */
export async function* listPages(
  connection: Pick<Connection, 'open'>,
  resource: ResourceName,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<ListPage, void> {
  let [accept, limit] = hasProtobuf(resource) ? [`${PROTOBUF},${JSON_TYPE}`, LIMIT.protobuf] : [JSON_TYPE, LIMIT.json];
  const over = new AbortController();
  const own = AbortSignal.any([signal, over.signal]);
  const ask = async (more: Readonly<Record<string, string>>): Promise<ListPage> => {
    try {
      return await pageOf(resource, await connection.open(path, { limit: String(limit), ...query, ...more }, own, accept));
    } catch (error) {
      // What stands before an API server may know nothing but JSON and say so, although JSON would do.
      if (accept === JSON_TYPE || !(error instanceof ApiError && error.status === 406)) throw error;
      [accept, limit] = [JSON_TYPE, LIMIT.json];
      return ask(more);
    }
  };
  try {
    let page: ListPage | undefined = await ask({});
    while (page !== undefined) {
      const next: Promise<ListPage> | undefined = page.next === '' ? undefined : ask({ continue: page.next });
      // What it throws is thrown when its turn comes.
      next?.catch(() => undefined);
      yield page;
      page = await next;
    }
  } finally {
    // Whoever breaks off leaves a page that nobody will read.
    over.abort(isOver);
  }
}

async function pageOf(resource: ResourceName, body: Body): Promise<ListPage> {
  if (hasProtobuf(resource) && isProtobuf(body)) return readList(resource, body.chunks);
  const list = raw(parseList(resource, (await wholeOf(body)).toString()));
  const metadata = raw(list['metadata']);
  return {
    next: string(metadata['continue']),
    version: string(metadata['resourceVersion']),
    items: [array(list['items']).map(raw)],
  };
}
