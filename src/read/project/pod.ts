import type { ContainerState, ContainerStatus, Pod } from '../../core/model/kinds/pod.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { projectPodSpec } from './pod-spec.ts';
import { array, has, number, oneOf, optionalString, raw, string, time, type Raw } from './raw.ts';

export function projectPod(object: Raw): Pod {
  const status = raw(object['status']);
  const podIPs = array(status['podIPs'])
    .map((one) => string(raw(one)['ip']))
    .filter((ip) => ip !== '');
  const podIP = string(status['podIP']);
  return {
    kind: 'Pod',
    metadata: projectMeta(object),
    spec: projectPodSpec(object['spec']),
    status: {
      phase: oneOf(status['phase'], ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'], 'Pending'),
      reason: string(status['reason']),
      message: string(status['message']),
      conditions: projectConditions(status['conditions']),
      podIPs: podIPs.length > 0 || podIP === '' ? podIPs : [podIP],
      hostIP: optionalString(status['hostIP']),
      startedAt: time(status['startTime']),
      containers: array(status['containerStatuses']).map(raw).map(projectContainerStatus),
      initContainers: array(status['initContainerStatuses']).map(raw).map(projectContainerStatus),
    },
  };
}

function projectContainerStatus(status: Raw): ContainerStatus {
  return {
    name: string(status['name']),
    ready: status['ready'] === true,
    started: typeof status['started'] === 'boolean' ? status['started'] : undefined,
    restartCount: number(status['restartCount'], 0),
    image: string(status['image']),
    state: projectState(raw(status['state'])),
    lastState: projectState(raw(status['lastState'])),
  };
}

function projectState(state: Raw): ContainerState | undefined {
  if (has(state['waiting'])) {
    const waiting = raw(state['waiting']);
    return { is: 'waiting', reason: string(waiting['reason']), message: string(waiting['message']) };
  }
  if (has(state['terminated'])) {
    const ended = raw(state['terminated']);
    return {
      is: 'terminated',
      reason: string(ended['reason']),
      message: string(ended['message']),
      exitCode: number(ended['exitCode'], 0),
      finishedAt: time(ended['finishedAt']),
    };
  }
  if (has(state['running'])) return { is: 'running', startedAt: time(raw(state['running'])['startedAt']) };
  return undefined;
}
