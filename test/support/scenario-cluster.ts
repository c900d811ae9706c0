import { resources, resourceNames } from '../../src/core/model/resources.ts';
import { endpointSlicesFor } from './endpoint-slices.ts';
import { mergeObject, type Json } from './merge-object.ts';
import { withReadiness, withTimes } from './scenario-shorthand.ts';

/**
 * Objects by `Kind/name` (namespace shop) or `Kind/namespace/name`. A value is merged over the object of that name, or
 * makes a new one; `delete` takes it away and `base` turns it back into what the base has. `like: Kind/name` starts from a
 * copy; `web-*` means every object whose name begins so.
 */
export type Patch = Readonly<Record<string, Json | 'delete' | 'base'>>;

/** Whole objects as the API serves them, ready for the file reader. */
export type Cluster = readonly Json[];

const HOME = 'shop';
const clusterScoped = new Set(resourceNames.filter((name) => !resources[name].namespaced).map((name) => resources[name].kind));
const apiVersions = new Map<string, string>(
  resourceNames.map((name) => {
    const { kind, group, version } = resources[name];
    return [kind, group === '' ? version : `${group}/${version}`];
  }),
);

export function expandCluster(base: Patch, patches: readonly Patch[]): Cluster {
  const objects = new Map<string, Json>();
  const change = (patch: Patch, start: ReadonlyMap<string, Json>) => {
    for (const [key, value] of Object.entries(patch)) {
      for (const target of targetsOf(fullKey(key), objects)) apply(objects, start, target, value);
    }
  };
  change(base, new Map());
  const start = new Map(objects);
  for (const patch of patches) change(patch, start);
  const whole = [...objects].flatMap(([key, value]) => complete(key, value, objects));
  return [...whole, ...endpointSlicesFor(whole)];
}

function apply(
  objects: Map<string, Json>,
  start: ReadonlyMap<string, Json>,
  key: string,
  value: Json | 'delete' | 'base',
): void {
  if (value === 'delete') objects.delete(key);
  else if (value === 'base') objects.set(key, start.get(key) ?? {});
  else {
    const { like, ...rest } = value;
    const from = typeof like === 'string' ? objects.get(fullKey(like)) : objects.get(key);
    objects.set(key, mergeObject(from ?? {}, rest));
  }
}

function fullKey(key: string): string {
  const [kind = '', ...rest] = key.split('/');
  return rest.length > 1 || clusterScoped.has(kind) ? key : `${kind}/${HOME}/${rest[0] ?? ''}`;
}

function targetsOf(key: string, objects: ReadonlyMap<string, Json>): readonly string[] {
  return key.endsWith('*') ? [...objects.keys()].filter((one) => one.startsWith(key.slice(0, -1))) : [key];
}

/** Adds what every object has and a scenario need not say: names, uids, times, owners, an event's object. */
function complete(key: string, value: Json, objects: ReadonlyMap<string, Json>): readonly Json[] {
  const { kind, namespace, name } = partsOf(key);
  const { owner, ...metadata } = (value['metadata'] ?? {}) as Json;
  const whole: Json = {
    apiVersion: apiVersions.get(kind) ?? 'v1',
    kind,
    ...value,
    metadata: {
      name,
      ...(namespace !== '' && { namespace }),
      uid: uidOf(key),
      creationTimestamp: '2d ago',
      ...(typeof owner === 'string' && { ownerReferences: [{ ...refTo(fullKey(owner)), controller: true }] }),
      ...metadata,
    },
  };
  if (kind === 'Event' && typeof whole['involvedObject'] === 'string') {
    return targetsOf(fullKey(whole['involvedObject']), objects).map((target, at) => ({
      ...(withTimes(whole) as Json),
      metadata: { ...((withTimes(whole) as Json)['metadata'] as Json), name: `${name}.${at}`, uid: uidOf(`${key}.${at}`) },
      involvedObject: refTo(target),
    }));
  }
  return [withTimes(kind === 'Pod' ? withReadiness(whole) : whole) as Json];
}

function refTo(key: string): Json {
  const { kind, namespace, name } = partsOf(key);
  return { apiVersion: apiVersions.get(kind) ?? 'v1', kind, name, ...(namespace !== '' && { namespace }), uid: uidOf(key) };
}

function partsOf(key: string): { kind: string; namespace: string; name: string } {
  const [kind = '', ...rest] = key.split('/');
  return rest.length > 1
    ? { kind, namespace: rest[0] ?? '', name: rest.slice(1).join('/') }
    : { kind, namespace: '', name: rest[0] ?? '' };
}

function uidOf(key: string): string {
  return `uid-${key.toLowerCase().replaceAll('/', '-')}`;
}
