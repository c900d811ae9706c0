import { quote } from '../commands.ts';
import type { ObjectRef } from '../kinds/meta.ts';
import type { Pod } from '../kinds/pod.ts';

/** kubectl command lines about the workload behind a pod, and about the pod itself. */

const rolling: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
/** Kinds whose pod template can be changed in place, at `spec.template`. A bare pod's cannot, a Job's neither. */
const templated: ReadonlySet<string> = new Set([...rolling, 'ReplicaSet']);
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

/** undefined for kinds that `kubectl set image` does not know. */
export function setImage(owner: ObjectRef, container: string, image: string): string | undefined {
  const known = templated.has(owner.kind) || owner.kind === 'Pod' || owner.kind === 'CronJob';
  return known ? `kubectl set image ${target(owner, '/')} ${quote(container)}=${quote(image)}` : undefined;
}

export function setMemory(owner: ObjectRef, container: string): string | undefined {
  return templated.has(owner.kind)
    ? `kubectl set resources ${target(owner, '/')} -c ${quote(container)} --limits=memory=NEW_LIMIT --requests=memory=NEW_REQUEST`
    : undefined;
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
): string | undefined {
  if (!templated.has(owner.kind)) return undefined;
  const list = container.init ? 'initContainers' : 'containers';
  const patch = { spec: { template: { spec: { [list]: [{ name: container.name, ...fields }] } } } };
  return `kubectl patch ${target(owner, ' ')} -p ${quote(JSON.stringify(patch))}`;
}

/** Changes fields of the pod template's spec; a field with null goes away. */
export function patchPodSpec(owner: ObjectRef, fields: Readonly<Record<string, unknown>>): string {
  const patch = { spec: { template: { spec: fields } } };
  return `kubectl patch ${target(owner, ' ')} --type=merge -p ${quote(JSON.stringify(patch))}`;
}

function target({ kind, name, namespace }: ObjectRef, between: ' ' | '/'): string {
  return `${kind.toLowerCase()}${between}${quote(name)}${namespace === undefined ? '' : ` -n ${quote(namespace)}`}`;
}
