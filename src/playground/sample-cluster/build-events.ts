import type { AppDescription, KubernetesObject, ServiceDescription } from './description.ts';
import { imageNotFound } from './pod-status.ts';
import { DAY, MINUTE, suffixOf, time, uidOf } from './stable.ts';

interface Said {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly from: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

/** The events that are still kept: of the last hour, and for a scale-down the one that explains it. */
export function buildAppEvents(
  app: AppDescription,
  objects: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
  now: number,
): readonly KubernetesObject[] {
  const { unreadySinceMinutes: unready, scaledDownMinutesAgo: scaledDown } = app;
  const deployment = objects[0];
  const set = objects[1];
  if (scaledDown !== undefined && deployment !== undefined && set !== undefined) {
    const at = now - scaledDown * MINUTE;
    const message = `Scaled down replica set ${set.metadata.name} from 2 to 0`;
    return [
      buildEvent(deployment, {
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message,
        from: 'deployment-controller',
        firstAt: at,
        lastAt: at,
        count: 1,
      }),
    ];
  }
  if (unready === undefined) return [];
  return pods.map((pod) =>
    buildEvent(pod, {
      type: 'Warning',
      ...complaintOf(app, pod),
      firstAt: now - (unready - 1) * MINUTE,
      lastAt: now - MINUTE,
      count: (unready - 2) * 6,
    }),
  );
}

/** What kubelet or scheduler say of a pod that does not become ready. */
function complaintOf(app: AppDescription, pod: KubernetesObject): Pick<Said, 'reason' | 'message' | 'from'> {
  const { name, namespace } = pod.metadata;
  switch (app.trouble?.kind) {
    case 'crash': {
      const message = `Back-off restarting failed container ${app.name} in pod ${name}_${namespace}(${pod.metadata.uid})`;
      return { reason: 'BackOff', message, from: 'kubelet' };
    }
    case 'image':
      return { reason: 'Failed', message: `Failed to pull image "${app.image}": ${imageNotFound(app.image)}`, from: 'kubelet' };
    case 'unschedulable':
      return { reason: 'FailedScheduling', message: app.trouble.says, from: 'default-scheduler' };
    default: {
      const { podIP } = pod['status'] as { podIP: string };
      const address = `${podIP}:${app.probe?.port ?? ''}`;
      const message =
        app.probe?.status === undefined
          ? `Readiness probe failed: Get "http://${address}${app.probe?.path ?? '/'}": dial tcp ${address}: connect: connection refused`
          : `Readiness probe failed: HTTP probe failed with statuscode: ${app.probe.status}`;
      return { reason: 'Unhealthy', message, from: 'kubelet' };
    }
  }
}

/** A load balancer that was made, or what the cloud says against it. */
export function buildServiceEvents(
  service: ServiceDescription,
  object: KubernetesObject,
  now: number,
): readonly KubernetesObject[] {
  if (service.type !== 'LoadBalancer') return [];
  if (service.refusedBecause !== undefined) {
    const message = `Error syncing load balancer: failed to ensure load balancer: ${service.refusedBecause}`;
    const said = { reason: 'SyncLoadBalancerFailed', message, from: 'service-controller', count: 7 };
    return [buildEvent(object, { type: 'Warning', ...said, firstAt: now - 11 * MINUTE, lastAt: now - MINUTE })];
  }
  const at = Math.max(now - service.ageDays * DAY, now - 40 * MINUTE);
  return [
    buildEvent(object, {
      type: 'Normal',
      reason: 'EnsuredLoadBalancer',
      message: 'Ensured load balancer',
      from: 'service-controller',
      firstAt: at,
      lastAt: at,
      count: 1,
    }),
  ];
}

function buildEvent(about: KubernetesObject, said: Said): KubernetesObject {
  const { name, namespace = '', uid } = about.metadata;
  const eventName = `${name}.${suffixOf(16, 'Event', uid, said.reason)}`;
  return {
    apiVersion: 'v1',
    count: said.count,
    eventTime: null,
    firstTimestamp: time(said.firstAt),
    involvedObject: { apiVersion: about.apiVersion, kind: about.kind, name, namespace, uid },
    kind: 'Event',
    lastTimestamp: time(said.lastAt),
    message: said.message,
    metadata: { creationTimestamp: time(said.firstAt), name: eventName, namespace, uid: uidOf('Event', eventName) },
    reason: said.reason,
    reportingComponent: said.from,
    reportingInstance: '',
    source: { component: said.from },
    type: said.type,
  };
}
