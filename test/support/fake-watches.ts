import type { ServerResponse } from 'node:http';
import { raw, string, type Raw } from '../../src/read/project/raw.ts';

interface Change {
  readonly version: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Raw;
}

interface Watcher {
  readonly kind: string;
  readonly wants: (object: Raw) => boolean;
  readonly response: ServerResponse;
}

/** The objects of a fake API server with their history, and who watches them. */
export class FakeWatches {
  readonly #objects = new Map<string, Raw>();
  readonly #watchers = new Set<Watcher>();
  readonly #looks = new Set<() => void>();
  #history: Change[] = [];
  #version = 1;
  #oldest = 0;

  constructor(objects: readonly Raw[]) {
    for (const object of objects) this.#objects.set(keyOf(object), object);
  }

  get version(): string {
    return String(this.#version);
  }

  /** In the order of etcd's keys, as the API lists them. */
  get objects(): readonly Raw[] {
    const inOrder = [...this.#objects].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return inOrder.map(([, object]) => object);
  }

  get watching(): number {
    return this.#watchers.size;
  }

  /** Resolves when this is true: looked at whenever somebody begins or ends to watch. */
  async until(is: (watches: FakeWatches) => boolean): Promise<void> {
    while (!is(this)) {
      await new Promise<void>((resolve) => this.#looks.add(resolve));
      this.#looks.clear();
    }
  }

  apply(object: Raw): void {
    const key = keyOf(object);
    const type = this.#objects.has(key) ? 'MODIFIED' : 'ADDED';
    this.#objects.set(key, object);
    this.#tell(type, object);
  }

  remove(object: Raw): void {
    if (this.#objects.delete(keyOf(object))) this.#tell('DELETED', object);
  }

  /** Forgets its history: whoever comes with an older version has to begin anew. */
  compact(): void {
    this.#version += 1;
    this.#oldest = this.#version;
    this.#history = [];
  }

  bookmark(): void {
    for (const { kind, response } of this.#watchers)
      send(response, 'BOOKMARK', { kind, metadata: { resourceVersion: this.version } });
  }

  /** Breaks every watch in the middle, as a connection that is lost. */
  cut(): void {
    for (const { response } of this.#watchers) response.destroy();
  }

  /** Ends every watch as the server does after `timeoutSeconds`. */
  end(): void {
    for (const { response } of this.#watchers) response.end();
  }

  serve(kind: string, query: URLSearchParams, response: ServerResponse, hasFields: (object: Raw) => boolean): void {
    const wants = (object: Raw): boolean => object['kind'] === kind && hasFields(object);
    const from = Number(query.get('resourceVersion'));
    response.writeHead(200, { 'content-type': 'application/json' });
    if (from < this.#oldest) {
      send(response, 'ERROR', { kind: 'Status', code: 410, reason: 'Expired', message: 'secret-in-the-body' });
      return void response.end();
    }
    response.flushHeaders();
    for (const { version, type, object } of this.#history) {
      if (version > from && wants(object)) send(response, type, withVersion(object, version));
    }
    const watcher = { kind, wants, response };
    this.#watchers.add(watcher);
    this.#look();
    response.on('close', () => {
      this.#watchers.delete(watcher);
      this.#look();
    });
  }

  #look(): void {
    for (const look of this.#looks) look();
  }

  #tell(type: Change['type'], object: Raw): void {
    this.#version += 1;
    this.#history.push({ version: this.#version, type, object });
    for (const { wants, response } of this.#watchers) {
      if (wants(object)) send(response, type, withVersion(object, this.#version));
    }
  }
}

function send(response: ServerResponse, type: string, object: Raw): void {
  response.write(`${JSON.stringify({ type, object })}\n`);
}

function withVersion(object: Raw, version: number): Raw {
  return { ...object, metadata: { ...raw(object['metadata']), resourceVersion: String(version) } };
}

function keyOf(object: Raw): string {
  const metadata = raw(object['metadata']);
  return `${string(object['kind'])}/${string(metadata['namespace'])}/${string(metadata['name'])}`;
}
