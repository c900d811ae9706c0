import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clusters } from '../app/clusters.ts';
import type { Reader } from '../core/model/reader.ts';
import type { Scope } from '../core/model/snapshot.ts';
import { SYSTEM_NAMESPACE } from '../core/model/cluster/cluster-dns.ts';
import type { ObservedApiCall } from './observed.ts';
import { resourceOfPath } from './resource-of-path.ts';

/** What one request read, while it goes on. */
export interface ReadLog {
  readonly requestId: string;
  /** Namespaces by cluster; `*` is all of them. */
  readonly namespaces: Map<string, Set<string>>;
  /** Namespaced resources that the API server was asked for in all namespaces. */
  readonly everywhere: Set<string>;
  apiRequests: number;
  apiBytes: number;
}

export interface Reads {
  /** Runs work so that what it reads is counted under this id. Inside of work with the same id it only runs it. */
  within<T>(requestId: string, work: () => Promise<T>): Promise<T>;
  current(): ReadLog | undefined;
  /** What the request read so far; nothing when it was run outside of `within`. */
  of(requestId: string): ReadLog | undefined;
  /** Counts a request to an API server for whoever it is made for: nobody, when a cache asks. */
  called(call: ObservedApiCall): void;
  /** The same clusters, whose readers tell which namespaces they are asked for. */
  watched(clusters: Clusters): Clusters;
}

/**
 * Follows reads to the request that they are made for, by Node's own asynchronous context: neither the assistant nor a reader
 * has to hand anything on.
 */
export function followReads(): Reads {
  const storage = new AsyncLocalStorage<ReadLog>();
  const open = new Map<string, ReadLog>();

  function note(cluster: string, ...namespaces: readonly string[]): void {
    const log = storage.getStore();
    if (log === undefined) return;
    const known = log.namespaces.get(cluster) ?? new Set();
    for (const namespace of namespaces) known.add(namespace);
    log.namespaces.set(cluster, known);
  }

  const watchedReader = (reader: Reader): Reader =>
    instead(reader, {
      read(scope, wanted, signal) {
        note(reader.cluster, ...namespacesOf(scope));
        return reader.read(scope, wanted, signal);
      },
      findServices(name, signal) {
        note(reader.cluster, '*');
        return reader.findServices(name, signal);
      },
      // For somebody else it reads no less.
      ...(reader.as !== undefined && { as: (who) => watchedReader(reader.as?.(who) ?? reader) }),
    });

  return {
    async within(requestId, work) {
      if (storage.getStore()?.requestId === requestId) return work();
      const log: ReadLog = { requestId, namespaces: new Map(), everywhere: new Set(), apiRequests: 0, apiBytes: 0 };
      open.set(requestId, log);
      try {
        return await storage.run(log, work);
      } finally {
        open.delete(requestId);
      }
    },
    current: () => storage.getStore(),
    of: (requestId) => open.get(requestId),
    called({ path, bytes }) {
      const log = storage.getStore();
      if (log === undefined) return;
      log.apiRequests += 1;
      log.apiBytes += bytes;
      const { resource, everywhere } = resourceOfPath(path);
      if (everywhere) log.everywhere.add(resource);
    },
    watched: (clusters) => {
      const readers = new WeakMap<Reader, Reader>();
      return instead(clusters, {
        async open(name) {
          const reader = await clusters.open(name);
          const known = readers.get(reader) ?? watchedReader(reader);
          readers.set(reader, known);
          return known;
        },
      });
    },
  };
}

function namespacesOf(scope: Scope): readonly string[] {
  if (scope.kind === 'cluster') return ['*'];
  return scope.around === true ? [scope.namespace, SYSTEM_NAMESPACE] : [scope.namespace];
}

/** An object with some methods of its own; all else is what the original has at that moment. */
function instead<T extends object>(original: T, own: Partial<T>): T {
  return new Proxy(original, {
    get(target, key) {
      const value: unknown = Reflect.get(Object.hasOwn(own, key) ? own : target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
