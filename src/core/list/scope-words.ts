import { code, text, type Text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';

export interface ListScope {
  /** Absent: all namespaces. */
  readonly namespace?: string;
  /** A type in any case: `loadbalancer`, `headless`. */
  readonly type?: string;
  /** Of all namespaces only those that are open to whoever asks. */
  readonly limited?: boolean;
}

export const typeNames: readonly ReturnType<typeof serviceTypeName>[] = [
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalName',
  'Headless',
];

/** The type as Kubernetes writes it, or as the person did when there is none of that name. */
export function typeNameOf(type: string): string {
  return typeNames.find((name) => name.toLowerCase() === type.toLowerCase()) ?? type;
}

export function isOfType(service: Service, type: string | undefined): boolean {
  return type === undefined || serviceTypeName(service) === typeNameOf(type);
}

export function where({ namespace, limited }: ListScope): Text {
  if (namespace === undefined && limited === true) return text`in the namespaces that are open to you here`;
  return namespace === undefined ? text`in all namespaces` : text`in ${code(namespace)}`;
}

/** `list -n shop`, `scan -A`. */
export function requestFor(verb: 'list' | 'scan', namespace: string | undefined): string {
  return formatRequest(namespace === undefined ? { verb, allNamespaces: true } : { verb, namespace });
}
