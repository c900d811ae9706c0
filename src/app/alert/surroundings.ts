import type { Observed } from '../../core/model/observed.ts';
import type { Service } from '../../core/model/kinds/service.ts';
import { openOf } from '../../core/model/open-of.ts';
import type { Reader } from '../../core/model/reader.ts';
import type { ResourceName } from '../../core/model/resources.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';

/** What the cluster tells around the names of one alert, each list read once. */
export interface Surroundings {
  /** Services of this name in all namespaces. */
  named(service: string): Promise<Observed<readonly Service[]>>;
  /** What may stand between a name and a Service, of one namespace. */
  namespace(namespace: string): Promise<Snapshot>;
  /** Names of all namespaces; undefined when they may not be listed. */
  namespaces(): Promise<readonly string[] | undefined>;
}

const wanted: readonly ResourceName[] = [
  'services',
  'pods',
  'deployments',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'ingresses',
  'httproutes',
  'horizontalpodautoscalers',
];

export function createSurroundings(reader: Reader, signal: AbortSignal): Surroundings {
  const named = once((service) => reader.findServices(service, signal));
  const namespace = once((name) => reader.read({ kind: 'namespace', namespace: name }, wanted, signal));
  const namespaces = once(async () => {
    const all = openOf(await reader.read({ kind: 'cluster' }, ['namespaces'], signal), 'namespaces');
    return all.read ? all.value.map((one) => one.metadata.name) : undefined;
  });
  return { named, namespace, namespaces: () => namespaces('') };
}

function once<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}
