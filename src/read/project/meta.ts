import type { Condition } from '../../core/model/kinds/condition.ts';
import type { FieldManager, Labels, Meta } from '../../core/model/kinds/meta.ts';
import { array, has, oneOf, optionalString, raw, string, stringMap, strings, time, type Raw } from './raw.ts';

/** kubectl's copy of the whole object: never shown, and as big as the object itself. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

export function projectMeta(object: Raw, options: { readonly replicasManager?: true } = {}): Meta {
  const metadata = raw(object['metadata']);
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
    .filter((entry) => 'f:replicas' in raw(raw(entry['fieldsV1'])['f:spec']))
    .map((entry) => ({
      manager: string(entry['manager']),
      operation: string(entry['operation']),
      time: time(entry['time']),
      subresource: optionalString(entry['subresource']),
    }))
    .reduce<FieldManager | undefined>(
      (last, one) => (last === undefined || (one.time ?? 0) >= (last.time ?? 0) ? one : last),
      undefined,
    );
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
