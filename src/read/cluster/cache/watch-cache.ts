import type { KubeConfig } from '@kubernetes/client-node';
import { resourceNames, resources, type ResourceName } from '../../../core/model/resources.ts';
import type { Staleness } from '../../../core/model/snapshot.ts';
import { Problem } from '../../../core/problem/problem.ts';
import type { ConfigSource } from '../config-source.ts';
import { Connection } from '../connection.ts';
import type { ListCall } from '../list-call.ts';
import { servedGroupsOver, type ServedGroups } from '../served-groups.ts';
import { cacheHealth, type CacheHealth } from './cache-health.ts';
import { cachedLists, type Known } from './cached-lists.ts';
import { createPauses } from './pauses.ts';
import { Pulse } from './pulse.ts';
import { ResourceWatch } from './resource-watch.ts';
import { createSharing } from './sharing.ts';
import { createTurns } from '../turns.ts';

export interface WatchCacheOptions {
  readonly config: KubeConfig;
  /** Notices a changed kubeconfig and renews refused credentials. */
  readonly source?: ConfigSource;
  /** What the cluster is called in health and log; its context by default. */
  readonly name?: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** A watch that has been broken for longer is told in the answer. */
  readonly staleAfterMs: number;
  /** After so long what it broke off from is not used any more: then the API server is asked as without a cache. */
  readonly giveUpAfterMs: number;
  /** Told of every change of a state and of an object. */
  readonly onChange?: (resource: ResourceName) => void;
  readonly silenceMs?: number;
  readonly pulseMs?: number;
}

/** With HTTP/1.1 a watch keeps its socket for itself; these are for what is asked beside them. */
const SPARE_SOCKETS = 8;
/** While all is being sent something comes all the time; later a bookmark every minute. */
const SILENCE_MS = 90_000;
const PULSE_MS = 4_000;

/** Everything that k8s-svc reads of one cluster, kept up to date in memory with the rights of its own account. */
export interface WatchCache {
  start(): void;
  stop(): Promise<void>;
  /** Lists out of memory where it holds them. Not for somebody else's rights: it was read with its own. */
  lists(direct: ListCall): ListCall;
  served(direct: ServedGroups): ServedGroups;
  /** What of these resources was not up to date for longer than allowed; undefined when all is. */
  staleness(wanted: readonly ResourceName[]): Staleness | undefined;
  health(): CacheHealth;
  /** Every resource is read, refused or not there. */
  readonly synced: boolean;
  readonly objects: number;
}

export function createWatchCache(options: WatchCacheOptions): WatchCache {
  const { config, now, wait, staleAfterMs, giveUpAfterMs, onChange = () => undefined } = options;
  const server = config.getCurrentCluster();
  if (server === null) throw new Problem('bad-request', 'The kubeconfig names no cluster.');
  const cluster = options.name ?? config.getCurrentContext();
  const connection = Connection.open(config, server, {
    source: options.source,
    sockets: resourceNames.length + SPARE_SOCKETS,
  });
  const groups = servedGroupsOver(connection, now);
  const shared = {
    connection,
    now,
    wait,
    pauses: createPauses(options.random),
    turns: createTurns(),
    share: createSharing(),
    isServed: async (resource: ResourceName, signal: AbortSignal) =>
      (await groups(signal))?.has(resources[resource].group) ?? true,
    onChange,
    silenceMs: options.silenceMs ?? SILENCE_MS,
  };
  const watches = new Map<ResourceName, ResourceWatch>(resourceNames.map((name) => [name, new ResourceWatch(name, shared)]));
  const pulse = new Pulse({
    connection,
    now,
    wait,
    everyMs: options.pulseMs ?? PULSE_MS,
    timeoutMs: options.pulseMs ?? PULSE_MS,
    onReturn: (since) => watches.forEach((watch) => watch.renew(since)),
  });
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  const lostAt = (watch: ResourceWatch): number | undefined => {
    if (watch.store === undefined) return undefined;
    const times = [watch.lostAt, pulse.lostAt].filter((at) => at !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  };
  const known = <R extends ResourceName>(resource: R): Known<R> => {
    const watch = watches.get(resource) as ResourceWatch<R> | undefined;
    if (watch?.state === 'not-served') return 'not-served';
    const lost = watch === undefined ? undefined : lostAt(watch);
    return lost !== undefined && now() - lost > giveUpAfterMs ? undefined : watch?.store;
  };
  const staleness = (wanted: readonly ResourceName[]): Staleness | undefined => {
    const stale = wanted.flatMap((resource) => {
      const watch = watches.get(resource);
      const at = watch === undefined ? undefined : lostAt(watch);
      const age = at === undefined ? 0 : now() - at;
      return at !== undefined && age > staleAfterMs && age <= giveUpAfterMs ? [{ resource, at }] : [];
    });
    if (stale.length === 0) return undefined;
    return { asOf: Math.min(...stale.map(({ at }) => at)), resources: stale.map(({ resource }) => resource) };
  };
  const all = [...watches.values()];

  return {
    start() {
      running = Promise.all([pulse.run(stopping.signal), ...all.map((watch) => watch.run(stopping.signal))]);
    },
    async stop() {
      stopping.abort();
      await running;
      await connection.close();
    },
    lists: (direct) => cachedLists(known, direct),
    // With every watch settled each says itself whether its kind is there.
    served: (direct) => async (signal) => (isSynced(all) ? undefined : direct(signal)),
    staleness,
    health: () => cacheHealth(cluster, all, staleness(resourceNames), now()),
    get synced() {
      return isSynced(all);
    },
    get objects() {
      return all.reduce((sum, watch) => sum + (watch.store?.size ?? 0), 0);
    },
  };
}

function isSynced(watches: readonly ResourceWatch[]): boolean {
  return watches.every((watch) => watch.state !== 'starting');
}
