import type { Reader } from '../../core/model/reader.ts';
import { buildBroken } from './build-broken.ts';
import { allFaults, faultsAtStart } from './faults/all-faults.ts';
import type { Fault } from './faults/fault.ts';
import { healthyShop } from './healthy-shop.ts';

export interface LiveClusterDeps {
  /** Reads what kubectl would print at this moment (epoch milliseconds). */
  readonly toReader: (json: string, now: number) => Reader;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface FaultSwitch {
  readonly fault: Fault;
  readonly on: boolean;
}

/** The sample cluster as something that changes: every read sees it as the switches are now. */
export interface LiveCluster {
  readonly reader: Reader;
  switches(): readonly FaultSwitch[];
  /** False when there is no fault of this id. */
  turn(id: string, on: boolean): boolean;
  mendAll(): void;
  /** As it was found at the start. */
  reset(): void;
  /** Told of every switch that moved. Returns the way to stop listening. */
  listen(listener: (moved: readonly FaultSwitch[]) => void): () => void;
}

export function createLiveCluster({ toReader, now }: LiveClusterDeps): LiveCluster {
  const listeners = new Set<(moved: readonly FaultSwitch[]) => void>();
  let faults: ReadonlySet<Fault> = new Set(faultsAtStart);
  let built: { readonly faults: ReadonlySet<Fault>; readonly at: number; readonly reader: Reader } | undefined;

  const current = (): Reader => {
    // Timestamps of the API have whole seconds.
    const at = Math.floor(now() / 1000) * 1000;
    if (built?.faults !== faults || built.at !== at) {
      const on = allFaults.filter((fault) => faults.has(fault));
      const items = buildBroken(healthyShop, on, at);
      built = { faults, at, reader: toReader(JSON.stringify({ apiVersion: 'v1', items, kind: 'List' }), at) };
    }
    return built.reader;
  };
  const become = (wanted: Iterable<Fault>): void => {
    const before = faults;
    faults = new Set(wanted);
    const moved = allFaults.filter((fault) => before.has(fault) !== faults.has(fault));
    if (moved.length === 0) return;
    const told = moved.map((fault) => ({ fault, on: faults.has(fault) }));
    listeners.forEach((listener) => listener(told));
  };

  const { cluster, defaultNamespace } = current();
  return {
    reader: {
      cluster,
      defaultNamespace,
      read: (...asked) => current().read(...asked),
      findServices: (...asked) => current().findServices(...asked),
    },
    switches: () => allFaults.map((fault) => ({ fault, on: faults.has(fault) })),
    turn(id, on) {
      const fault = allFaults.find((one) => one.id === id);
      if (fault === undefined) return false;
      const rest = [...faults].filter((one) => one !== fault);
      become(on ? [...rest, fault] : rest);
      return true;
    },
    mendAll: () => become([]),
    reset: () => become(faultsAtStart),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
