import type { Labels } from '../../model/kinds/meta.ts';
import type { Service, ServicePort } from '../../model/kinds/service.ts';

/** A field that differs between what is there and what is written; undefined where it is not set. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * What `kubectl apply` of a draft would change in the Service of its name. What the draft leaves to the API server (a
 * cluster IP, a node port, the labels and annotations of others) stays and is no change. Throws nothing.
 */
export function serviceChanges(existing: Service, draft: Service): readonly FieldChange[] {
  const [before, after] = [existing.spec, draft.spec];
  const plain = (field: Exclude<keyof Service['spec'], 'selector' | 'ports'>, whenAbsent?: string): readonly FieldChange[] =>
    change(`spec.${field}`, shown(before[field]) ?? whenAbsent, shown(after[field]) ?? whenAbsent);
  const outside = after.type === 'NodePort' || after.type === 'LoadBalancer';
  return [
    ...change('spec.type', before.type, after.type),
    ...(after.clusterIP === '' && before.clusterIP !== 'None'
      ? []
      : change('spec.clusterIP', shown(before.clusterIP), allocated(after.clusterIP))),
    ...plain('externalName'),
    ...mapChanges('spec.selector', before.selector, after.selector, true),
    ...portChanges(before.ports, after.ports),
    ...(outside ? plain('externalTrafficPolicy', 'Cluster') : []),
    ...plain('internalTrafficPolicy'),
    ...plain('publishNotReadyAddresses'),
    ...plain('sessionAffinity'),
    ...(after.loadBalancerClass === undefined && after.type === before.type ? [] : plain('loadBalancerClass')),
    ...plain('loadBalancerSourceRanges'),
    ...(after.ipFamilyPolicy === undefined ? [] : plain('ipFamilyPolicy')),
    ...mapChanges('metadata.annotations', existing.metadata.annotations, draft.metadata.annotations, false),
  ];
}

function allocated(clusterIP: string): string {
  return clusterIP === '' ? 'an allocated address' : clusterIP;
}

/** Ports are compared by what the API merges them by: number and protocol. */
function portChanges(before: readonly ServicePort[], after: readonly ServicePort[]): readonly FieldChange[] {
  const key = ({ port, protocol }: ServicePort) => `${port}/${protocol}`;
  const removed = before.filter((one) => !after.some((other) => key(other) === key(one)));
  return [
    ...after.flatMap((port) => {
      const was = before.find((one) => key(one) === key(port));
      const at = `spec.ports[${key(port)}]`;
      if (was === undefined) return change(at, undefined, `→ ${port.targetPort}`);
      return [
        ...change(`${at}.name`, shown(was.name), shown(port.name)),
        ...change(`${at}.targetPort`, shown(was.targetPort), shown(port.targetPort)),
        ...change(`${at}.appProtocol`, shown(was.appProtocol), shown(port.appProtocol)),
        ...(port.nodePort === undefined ? [] : change(`${at}.nodePort`, shown(was.nodePort), shown(port.nodePort))),
      ];
    }),
    ...removed.flatMap((port) => change(`spec.ports[${key(port)}]`, `→ ${port.targetPort}`, undefined)),
  ];
}

function mapChanges(field: string, before: Labels, after: Labels, whole: boolean): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(after), ...(whole ? Object.keys(before) : [])])];
  return keys.flatMap((key) => change(`${field}[${key}]`, before[key], after[key]));
}

function change(field: string, from: string | undefined, to: string | undefined): readonly FieldChange[] {
  return from === to ? [] : [{ field, from, to }];
}

function shown(value: string | number | boolean | readonly string[] | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? undefined : value.join(', ');
}
