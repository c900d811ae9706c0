import type { AppDescription } from './description.ts';
import { MINUTE, time } from './stable.ts';

export interface PlacedPod {
  readonly name: string;
  readonly uid: string;
  readonly ip: string;
  readonly hostIP: string;
  /** Epoch milliseconds, as `now`. */
  readonly started: number;
  readonly now: number;
}

/** What the scheduler and the kubelet report of a pod, for the trouble that its app has. */
export function podStatus(app: AppDescription, pod: PlacedPod): Readonly<Record<string, unknown>> {
  const isReady = app.unreadySinceMinutes === undefined;
  const condition = (type: string, good = true) => ({
    lastProbeTime: null,
    lastTransitionTime: time(pod.started),
    ...(good ? {} : { message: `containers with unready status: [${app.name}]`, reason: 'ContainersNotReady' }),
    status: good ? 'True' : 'False',
    type,
  });
  if (app.trouble?.kind === 'unschedulable') {
    return {
      conditions: [{ ...condition('PodScheduled', false), message: app.trouble.says, reason: 'Unschedulable' }],
      phase: 'Pending',
      qosClass: 'Burstable',
    };
  }
  return {
    conditions: [
      condition('PodReadyToStartContainers'),
      condition('Initialized'),
      condition('Ready', isReady),
      condition('ContainersReady', isReady),
      condition('PodScheduled'),
    ],
    containerStatuses: [
      { image: app.image, imageID: '', lastState: {}, name: app.name, ready: isReady, ...containerState(app, pod) },
    ],
    hostIP: pod.hostIP,
    phase: app.trouble?.kind === 'image' ? 'Pending' : 'Running',
    podIP: pod.ip,
    podIPs: [{ ip: pod.ip }],
    qosClass: 'Burstable',
    startTime: time(pod.started),
  };
}

function containerState({ name, namespace, image, trouble }: AppDescription, pod: PlacedPod): object {
  const waiting = (reason: string, message: string) => ({ started: false, state: { waiting: { message, reason } } });
  switch (trouble?.kind) {
    case 'crash':
      return {
        ...waiting(
          'CrashLoopBackOff',
          `back-off 2m40s restarting failed container=${name} pod=${pod.name}_${namespace}(${pod.uid})`,
        ),
        lastState: {
          terminated: {
            exitCode: trouble.exitCode,
            finishedAt: time(pod.now - MINUTE),
            reason: trouble.reason,
            startedAt: time(pod.now - MINUTE - 4_000),
          },
        },
        restartCount: trouble.restarts,
      };
    case 'image':
      return { ...waiting('ImagePullBackOff', `Back-off pulling image "${image}": ${imageNotFound(image)}`), restartCount: 0 };
    default:
      return { restartCount: 0, started: true, state: { running: { startedAt: time(pod.started) } } };
  }
}

/** What containerd says of a tag that the registry does not have. */
export function imageNotFound(image: string): string {
  return `ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
}
