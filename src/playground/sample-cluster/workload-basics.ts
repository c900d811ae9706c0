import type { AppDescription } from './description.ts';
import { selectorLabels } from './pod-template.ts';
import { DAY, MINUTE, time, uidOf } from './stable.ts';

/** What all kinds of workload have in common. */
export function workloadBasics(app: AppDescription, now: number) {
  const { name, namespace, kind = 'Deployment', replicas, scaledDownMinutesAgo: scaledDown } = app;
  const isReady = app.unreadySinceMinutes === undefined;
  const createdAt = now - (isReady ? app.ageDays * DAY : (app.unreadySinceMinutes ?? 0) * MINUTE);
  const ready = isReady ? replicas : 0;
  const selector = selectorLabels(app);
  return {
    isReady,
    createdAt,
    ready,
    selector,
    metadata: {
      creationTimestamp: time(createdAt),
      generation: scaledDown === undefined ? 1 : 2,
      labels: selector,
      ...(scaledDown === undefined ? {} : { managedFields: [scaledBy(now - scaledDown * MINUTE)] }),
      name,
      namespace,
      uid: uidOf(kind, namespace, name),
    },
    /** The API leaves zeros out. */
    counts: replicas === 0 ? {} : { replicas, ...(ready === 0 ? {} : { readyReplicas: ready, availableReplicas: ready }) },
  };
}

/** What `kubectl scale --replicas=0` leaves behind. */
function scaledBy(at: number): object {
  return {
    apiVersion: 'apps/v1',
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:spec': { 'f:replicas': {} } },
    manager: 'kubectl',
    operation: 'Update',
    subresource: 'scale',
    time: time(at),
  };
}
