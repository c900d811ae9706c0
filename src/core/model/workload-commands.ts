import { quote } from './commands.ts';
import type { ObjectRef } from './kinds/meta.ts';
import type { Pod } from './kinds/pod.ts';

/** kubectl command lines about the workload behind a pod, and about the pod itself. */

const rolling: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
const scaling: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet']);

/** True for the kinds that `kubectl rollout` knows. */
export function hasRollouts(owner: ObjectRef): boolean {
  return rolling.has(owner.kind);
}

export function rollout(verb: 'undo' | 'resume' | 'status' | 'restart' | 'history', owner: ObjectRef): string {
  return `kubectl rollout ${verb} ${target(owner, '/')}`;
}

export function scale(owner: ObjectRef, replicas: number): string | undefined {
  return scaling.has(owner.kind) ? `kubectl scale ${target(owner, ' ')} --replicas=${replicas}` : undefined;
}

export function setImage(owner: ObjectRef, container: string, image: string): string {
  return `kubectl set image ${target(owner, '/')} ${quote(container)}=${quote(image)}`;
}

export function setMemory(owner: ObjectRef, container: string): string {
  return `kubectl set resources ${target(owner, '/')} -c ${quote(container)} --limits=memory=NEW_LIMIT --requests=memory=NEW_REQUEST`;
}

export function describeObject(object: ObjectRef): string {
  return `kubectl describe ${target(object, ' ')}`;
}

export function editObject(object: ObjectRef): string {
  return `kubectl edit ${target(object, ' ')}`;
}

export function logsOf(pod: Pod, container: string, previous: boolean): string {
  const { name, namespace } = pod.metadata;
  return `kubectl logs ${quote(name)} -n ${quote(namespace)} -c ${quote(container)}${previous ? ' --previous' : ''}`;
}

export function forwardPort(pod: Pod, port: number | string): string {
  const { name, namespace } = pod.metadata;
  return `kubectl port-forward ${quote(name)} -n ${quote(namespace)} 8080:${port}`;
}

/** Changes fields of one container in the pod template. Containers are merged by name, so injected ones do not matter. */
export function patchContainer(
  owner: ObjectRef,
  container: { readonly name: string; readonly init: boolean },
  fields: Readonly<Record<string, unknown>>,
): string {
  const list = container.init ? 'initContainers' : 'containers';
  const patch = { spec: { template: { spec: { [list]: [{ name: container.name, ...fields }] } } } };
  return `kubectl patch ${target(owner, ' ')} -p ${quote(JSON.stringify(patch))}`;
}

function target({ kind, name, namespace }: ObjectRef, between: ' ' | '/'): string {
  return `${kind.toLowerCase()}${between}${quote(name)}${namespace === undefined ? '' : ` -n ${quote(namespace)}`}`;
}
