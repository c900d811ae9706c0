import { quote } from './commands.ts';
import type { NetworkPolicy } from './kinds/network-policy.ts';
import type { Protocol, Service } from './kinds/service.ts';

/** kubectl command lines that change or show NetworkPolicies. */

export function showPolicies(policies: readonly NetworkPolicy[]): string {
  const [first] = policies;
  const names = policies.map((policy) => quote(policy.metadata.name)).join(' ');
  return `kubectl describe networkpolicy ${names} -n ${quote(first?.metadata.namespace ?? '')}`;
}

export function editPolicy({ metadata }: NetworkPolicy): string {
  return `kubectl edit networkpolicy ${quote(metadata.name)} -n ${quote(metadata.namespace)}`;
}

/** `path` is a JSON pointer below `/spec/`. */
export function replaceInPolicy({ metadata }: NetworkPolicy, path: string, value: unknown): string {
  const patch = [{ op: 'replace', path: `/spec/${path}`, value }];
  return `kubectl patch networkpolicy ${quote(metadata.name)} -n ${quote(metadata.namespace)} --type=json -p ${quote(JSON.stringify(patch))}`;
}

/** Adds an element at the end of a list of the policy. */
export function addToPolicy({ metadata }: NetworkPolicy, path: string, value: unknown): string {
  const patch = [{ op: 'add', path: `/spec/${path}/-`, value }];
  return `kubectl patch networkpolicy ${quote(metadata.name)} -n ${quote(metadata.namespace)} --type=json -p ${quote(JSON.stringify(patch))}`;
}

export interface OpenPort {
  readonly protocol: Protocol;
  readonly number: number;
}

/** A policy beside those that exist: they add up. It selects the pods as the Service does. */
export function allowTo(service: Service, caller: string, from: readonly unknown[], ports: readonly OpenPort[]): string {
  return apply({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `allow-${caller}-to-${service.metadata.name}`, namespace: service.metadata.namespace },
    spec: {
      podSelector: { matchLabels: service.spec.selector },
      policyTypes: ['Ingress'],
      ingress: [{ from, ...(ports.length > 0 && { ports: ports.map(portOf) }) }],
    },
  });
}

function portOf({ protocol, number }: OpenPort): { protocol: Protocol; port: number } {
  return { protocol, port: number };
}

export function apply(object: unknown): string {
  return `echo ${quote(JSON.stringify(object))} | kubectl apply -f -`;
}

/** Source: kubernetes.io/docs/concepts/services-networking/network-policies/ (egress to kube-dns) */
export function allowDnsFrom(service: Service): string {
  const { name, namespace } = service.metadata;
  return apply({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `allow-dns-from-${name}`, namespace },
    spec: {
      podSelector: { matchLabels: service.spec.selector },
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    },
  });
}
