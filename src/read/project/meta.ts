import type { Condition } from '../../core/model/kinds/condition.ts';
import type { FieldChange, FieldManager, Labels, Meta } from '../../core/model/kinds/meta.ts';
import { array, has, oneOf, optionalString, raw, string, stringMap, strings, time, type Raw } from './raw.ts';

/** kubectl's copy of the whole object: never shown, and as big as the object itself. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

export function projectMeta(object: Raw, options: { readonly replicasManager?: boolean; readonly changes?: true } = {}): Meta {
  const metadata = raw(object['metadata']);
  const changes = options.changes === true ? changesOf(metadata) : [];
  const replicasSetBy = options.replicasManager === true ? managerOfReplicas(metadata) : undefined;
  return {
    name: string(metadata['name']),
    namespace: string(metadata['namespace']),
    uid: string(metadata['uid']),
    labels: stringMap(metadata['labels']),
    annotations: withoutLastApplied(metadata['annotations']),
    createdAt: time(metadata['creationTimestamp']),
    deletedAt: time(metadata['deletionTimestamp']),
    finalizers: strings(metadata['finalizers']),
    owners: array(metadata['ownerReferences'])
      .map(raw)
      .map((owner) => ({
        apiVersion: string(owner['apiVersion']),
        kind: string(owner['kind']),
        name: string(owner['name']),
        uid: string(owner['uid']),
        controller: owner['controller'] === true,
      })),
    ...(replicasSetBy === undefined ? {} : { replicasSetBy }),
    ...(changes.length === 0 ? {} : { changes }),
  };
}

function withoutLastApplied(value: unknown): Labels {
  const annotations = stringMap(value) as Record<string, string>;
  delete annotations[LAST_APPLIED];
  return annotations;
}

function managerOfReplicas(metadata: Raw): FieldManager | undefined {
  return array(metadata['managedFields'])
    .map(raw)
    .filter((entry) => writesReplicas(entry['fieldsV1']))
    .map(fieldManager)
    .reduce<FieldManager | undefined>(
      (last, one) => (last === undefined || (one.time ?? 0) >= (last.time ?? 0) ? one : last),
      undefined,
    );
}

function writesReplicas(fields: unknown): boolean {
  return 'f:replicas' in raw(fieldSet(fields)['f:spec']);
}

/** An object in JSON, and JSON as text in protobuf. */
function fieldSet(fields: unknown): Raw {
  if (typeof fields !== 'string') return raw(fields);
  try {
    return raw(JSON.parse(fields));
  } catch {
    return {};
  }
}

function fieldManager(entry: Raw): FieldManager {
  return {
    manager: string(entry['manager']),
    operation: string(entry['operation']),
    time: time(entry['time']),
    subresource: optionalString(entry['subresource']),
  };
}

function changesOf(metadata: Raw): readonly FieldChange[] {
  return array(metadata['managedFields'])
    .map(raw)
    .map((entry) => ({ ...fieldManager(entry), fields: pathsIn(entry['fieldsV1']) }));
}

/** Objects of one tool have the same fields: in a scan of ten thousand Services each such list is made and kept once. */
const kept = new Map<string, readonly string[]>();
const mostKept = 1_000;

function pathsIn(fields: unknown): readonly string[] {
  const known = typeof fields === 'string' ? kept.get(fields) : undefined;
  if (known !== undefined) return known;
  const paths = fieldPaths(fieldSet(fields));
  const key = typeof fields === 'string' ? fields : paths.join(' ');
  const same = kept.get(key);
  if (same !== undefined) return same;
  if (kept.size < mostKept) kept.set(key, paths);
  return paths;
}

/** `f:spec: { f:ports: … }` as `spec.ports`. What lies deeper is not kept: it is as big as the object itself. */
function fieldPaths(fields: Raw): readonly string[] {
  const names = (set: Raw) => Object.keys(set).flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []));
  return names(fields).flatMap((top) => {
    const below = names(raw(fields[`f:${top}`]));
    return below.length === 0 ? [top] : below.map((name) => `${top}.${name}`);
  });
}

export function projectConditions(value: unknown): readonly Condition[] {
  return array(value)
    .filter(has)
    .map(raw)
    .map((condition) => ({
      type: string(condition['type']),
      status: oneOf(condition['status'], ['True', 'False', 'Unknown'], 'Unknown'),
      reason: string(condition['reason']),
      message: string(condition['message']),
      since: time(condition['lastTransitionTime']),
    }));
}
