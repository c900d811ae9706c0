import { observed, unread, type Observed, type UnreadReason } from '../../core/model/observed.ts';
import { resources, type ResourceName, type Resources } from '../../core/model/resources.ts';
import { projections } from '../project/projections.ts';
import type { Raw } from '../project/raw.ts';
import { ApiError } from './api-error.ts';
import type { Connection } from './connection.ts';
import { isFatal } from './failures.ts';
import { listPages } from './list-pages.ts';
import { eventsOfInterest } from './routine-events.ts';
import { createTurns } from './turns.ts';

/** What waits for the event loop waits little longer than this. */
const SLICE_MS = 8;

export interface ListOptions {
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

/**
 * Lists a resource in pages and projects each page at once, so that memory holds only the fields that answers use.
 * A refusal, a kind that is not served and a list that did not end are values; what makes every list fail (no
 * connection, refused credentials) is thrown.
 */
export async function listResource<R extends ResourceName>(
  connection: Connection,
  resource: R,
  options: ListOptions,
  signal: AbortSignal,
): Promise<Observed<readonly Resources[R][]>> {
  const found: Resources[R][] = [];
  const path = pathOf(resource, options.namespace);
  const query: Record<string, string> = {};
  if (options.labelSelector !== undefined) query['labelSelector'] = options.labelSelector;
  const fieldSelector = options.fieldSelector ?? (resource === 'events' ? eventsOfInterest : undefined);
  if (fieldSelector !== undefined) query['fieldSelector'] = fieldSelector;
  try {
    for await (const { items } of listPages(connection, resource, path, query, signal)) {
      for await (const some of items) await projectInTurns(resource, some, found);
    }
    return observed(found);
  } catch (error) {
    if (isFatal(error)) throw error;
    // Without the CRD there are none, and none is what the answer is about.
    if (resources[resource].optional === true && error instanceof ApiError && error.status === 404) return observed([]);
    return unread(resource, reasonFor(error, found.length > 0), options.namespace);
  }
}

/** The lists of all readers take turns: they often come at once. */
const turns = createTurns();
let until = 0;

/** Pauses where the event loop has not had its turn for a while, whichever list it was that held it up. */
async function projectInTurns<R extends ResourceName>(
  resource: R,
  items: readonly Raw[],
  found: Resources[R][],
): Promise<void> {
  for (const item of items) {
    found.push(projections[resource](item));
    if (performance.now() < until) continue;
    await turns();
    until = performance.now() + SLICE_MS;
  }
}

function reasonFor(error: unknown, begun: boolean): UnreadReason {
  if (error instanceof ApiError) {
    if (error.status === 403) return 'forbidden';
    if (error.status === 404) return 'not-served';
    if (error.status === 504 || error.status === 429) return 'timed-out';
    return begun || error.status === 410 ? 'cut-short' : 'unreachable';
  }
  if (isTimeout(error)) return 'timed-out';
  return begun ? 'cut-short' : 'unreachable';
}

function isTimeout(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return (
    name === 'TimeoutError' || name === 'AbortError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT'
  );
}

/** The path of a resource's collection. */
export function pathOf(resource: ResourceName, namespace: string | undefined): string {
  const { group, version, namespaced } = resources[resource];
  const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespaced && namespace !== undefined
    ? `${base}/namespaces/${encodeURIComponent(namespace)}/${resource}`
    : `${base}/${resource}`;
}
