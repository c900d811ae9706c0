import type { KubernetesEvent } from '../../core/model/kinds/event.ts';
import { projectMeta } from './meta.ts';
import { number, raw, string, time, type Raw } from './raw.ts';

/** Reads core/v1 Events and what `events.k8s.io/v1` calls the same (`regarding`, `note`, `deprecatedCount`). */
export function projectEvent(object: Raw): KubernetesEvent {
  const regarding = raw(object['involvedObject'] ?? object['regarding']);
  const series = raw(object['series']);
  const times = [
    time(object['lastTimestamp'] ?? object['deprecatedLastTimestamp']),
    time(object['eventTime']),
    time(series['lastObservedTime']),
    time(object['firstTimestamp'] ?? object['deprecatedFirstTimestamp']),
  ].filter((at) => at !== undefined);
  const metadata = projectMeta(object);
  return {
    kind: 'Event',
    metadata,
    type: string(object['type']),
    reason: string(object['reason']),
    message: string(object['message'] ?? object['note']),
    count: number(series['count'], number(object['count'] ?? object['deprecatedCount'], 1)),
    at: times.length > 0 ? Math.max(...times) : metadata.createdAt,
    source: string(raw(object['source'])['component']) || string(object['reportingComponent'] ?? object['reportingController']),
    regarding: {
      kind: string(regarding['kind']),
      namespace: string(regarding['namespace']),
      name: string(regarding['name']),
      uid: string(regarding['uid']),
    },
  };
}
