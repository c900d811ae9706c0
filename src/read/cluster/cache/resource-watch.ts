import type { KubernetesObject } from '../../../core/model/kinds/meta.ts';
import { resources, type ResourceName, type Resources } from '../../../core/model/resources.ts';
import { projections } from '../../project/projections.ts';
import { raw, string, type Raw } from '../../project/raw.ts';
import { ApiError } from '../api-error.ts';
import type { Connection } from '../connection.ts';
import { listPages } from '../list-pages.ts';
import { pathOf } from '../list-resource.ts';
import { parseList } from '../parse-list.ts';
import { eventsOfInterest } from '../routine-events.ts';
import { linesOf } from './lines.ts';
import { keepNewestEvents } from './newest-events.ts';
import { ObjectStore } from './object-store.ts';
import type { Pauses } from './pauses.ts';
import type { Turns } from '../turns.ts';
import { parseWatchEvent, type WatchEvent } from './watch-event.ts';
import { Silence, withSilenceLimit } from './with-silence-limit.ts';

/**
 * starting: nothing has been read yet · live: up to date, with the server telling of every change · renewing: the watch broke
 * and is being taken up again · forbidden, not-served: as the server says, asked again now and then.
 */
export type WatchState = 'starting' | 'live' | 'renewing' | 'forbidden' | 'not-served';

export interface ResourceWatchDeps {
  readonly connection: Pick<Connection, 'open' | 'stream'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly pauses: Pauses;
  readonly turns: Turns;
  /** Keeps equal parts of objects once. */
  readonly share: (object: KubernetesObject) => void;
  /** Whether the server has the API group of a resource that need not be there. */
  readonly isServed: (resource: ResourceName, signal: AbortSignal) => Promise<boolean>;
  /** The state or an object has changed. */
  readonly onChange: (resource: ResourceName) => void;
  /** Longest silence of a watch in milliseconds: a bookmark comes every minute. */
  readonly silenceMs: number;
}

/** A watch that lasted shorter is a failure. */
const SHORTEST_MS = 1_000;

/**
 * All objects of one resource, kept up to date by a watch: first everything as a list, then every change from there on. It goes
 * on after any failure until its signal is aborted. The list is protobuf, of which the server and whoever reads it have half the
 * work of a watch that sends everything first (a streaming list).
 * Source: kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export class ResourceWatch<R extends ResourceName = ResourceName> {
  readonly resource: R;
  readonly #deps: ResourceWatchDeps;
  #state: WatchState = 'starting';
  #store: ObjectStore<R> | undefined;
  /** Where the next watch goes on; undefined when all has to be read again. */
  #version: string | undefined;
  #lostAt: number | undefined;
  /** As it was before a watch was taken up again, until the server has shown that it can go on from there. */
  #lostBefore: number | undefined;
  #heardAt = 0;
  #failures = 0;
  #current: AbortController | undefined;

  constructor(resource: R, deps: ResourceWatchDeps) {
    this.resource = resource;
    this.#deps = deps;
  }

  get state(): WatchState {
    return this.#state;
  }

  /** What is known; undefined until all has been read once, and where it may not be read. */
  get store(): ObjectStore<R> | undefined {
    return this.#store;
  }

  /** Until when the store was up to date, in epoch milliseconds; undefined while it is. */
  get lostAt(): number | undefined {
    return this.#lostAt;
  }

  /** Takes the watch up again from where it is: for a connection that may have been dead since then. */
  renew(since: number): void {
    this.#lostAt ??= since;
    this.#current?.abort(new Error('renewed'));
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.#turn(signal).catch((error: unknown) => this.#pauseAfter(error));
      if (pause > 0 && !signal.aborted) await this.#deps.wait(pause, signal);
    }
  }

  /** One stream from its start to its end. Gives the pause before the next one. */
  async #turn(signal: AbortSignal): Promise<number> {
    const { isServed, now } = this.#deps;
    this.#current = new AbortController();
    if (resources[this.resource].optional === true && !(await isServed(this.resource, signal)))
      return this.#refused('not-served');
    const own = AbortSignal.any([signal, this.#current.signal]);
    this.#version ??= await this.#readAll(own);
    const from = now();
    await this.#follow(own);
    // Every watch ends after some minutes; one that ends at once would be asked for without end.
    if (now() - from < SHORTEST_MS) throw new Error('the watch ended at once');
    this.#lose(now());
    return 0;
  }

  /** Where the watch goes on. */
  async #readAll(signal: AbortSignal): Promise<string> {
    const fresh = new ObjectStore<R>();
    let last = '';
    for await (const { items, version } of listPages(
      this.#deps.connection,
      this.resource,
      this.#path,
      this.#narrowed,
      signal,
    )) {
      for await (const some of items) {
        for (const item of some) fresh.set(this.#project(item));
        await this.#deps.turns();
      }
      last = version;
    }
    this.#adopt(fresh);
    return last;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { silenceMs, connection, turns } = this.#deps;
    const parse = (text: string) => parseList(this.resource, text);
    await withSilenceLimit(silenceMs, signal, async (own, heard) => {
      const stream = await connection.stream(this.#path, this.#query(), own);
      this.#resume();
      for await (const lines of linesOf(stream)) {
        heard();
        this.#heardAt = this.#deps.now();
        for (const line of lines) {
          const event = line === '' ? undefined : parseWatchEvent(line, parse);
          if (event !== undefined) this.#apply(event);
        }
        await turns();
      }
    });
  }

  #query(): Record<string, string> {
    const timeoutSeconds = String(this.#deps.pauses.watchSeconds());
    const resourceVersion = this.#version ?? '';
    return { watch: 'true', allowWatchBookmarks: 'true', timeoutSeconds, ...this.#narrowed, resourceVersion };
  }

  #apply(event: WatchEvent): void {
    this.#failures = 0;
    this.#lostBefore = undefined;
    if (event.version !== '') this.#version = event.version;
    if (event.is === 'bookmark') return;
    if (event.is === 'deleted') this.#store?.delete(...placeOf(event.object));
    else this.#store?.set(this.#project(event.object));
    if (this.resource === 'events') keepNewestEvents(this.#store as unknown as ObjectStore<'events'>);
    this.#deps.onChange(this.resource);
  }

  #adopt(fresh: ObjectStore<R>): void {
    this.#store = fresh;
    if (this.resource === 'events') keepNewestEvents(fresh as unknown as ObjectStore<'events'>);
    this.#failures = 0;
    this.#lostAt = undefined;
    this.#lostBefore = undefined;
    this.#enter('live');
  }

  /** The server has taken the watch; what was missed comes at once, or it says that the version is too old. */
  #resume(): void {
    this.#lostBefore = this.#lostAt;
    this.#lostAt = undefined;
    this.#enter('live');
  }

  #lose(at: number): void {
    this.#lostAt ??= this.#lostBefore ?? at;
    this.#lostBefore = undefined;
    if (this.#store !== undefined) this.#enter('renewing');
  }

  #enter(state: WatchState): void {
    this.#state = state;
    this.#deps.onChange(this.resource);
  }

  /** What may not be read any more is forgotten: rights that were taken away count at once. */
  #refused(state: 'forbidden' | 'not-served'): number {
    this.#store = undefined;
    this.#version = undefined;
    this.#lostAt = undefined;
    this.#enter(state);
    return this.#deps.pauses.untilAskedAgain();
  }

  #pauseAfter(error: unknown): number {
    const { pauses } = this.#deps;
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 403) return this.#refused('forbidden');
    if (status === 404) return this.#refused('not-served');
    this.#lose(error instanceof Silence ? this.#heardAt : this.#deps.now());
    if (this.#current?.signal.aborted === true) return 0;
    if (status === 410) {
      this.#version = undefined;
      return pauses.beforeRelist();
    }
    this.#failures += 1;
    return pauses.afterFailure(this.#failures);
  }

  /** As direct reads narrow it: what they leave out must not be here either. */
  get #narrowed(): Readonly<Record<string, string>> {
    return this.resource === 'events' ? { fieldSelector: eventsOfInterest } : {};
  }

  get #path(): string {
    return pathOf(this.resource, undefined);
  }

  #project(object: Raw): Resources[R] {
    const projected: Resources[R] = projections[this.resource](object);
    this.#deps.share(projected);
    return projected;
  }
}

function placeOf(object: Raw): [namespace: string, name: string] {
  const metadata = raw(object['metadata']);
  return [string(metadata['namespace']), string(metadata['name'])];
}
