import type { Finding } from '../answer/answer.ts';
import { allChecks } from '../triage/all-checks.ts';
import type { Theme } from '../triage/check.ts';
import type { EntryKind } from './entries.ts';

/**
 * Where on the path a finding lies. to-entry: between the clients and what they enter by · from-entry: between that and the
 * Service · in-cluster: between pods that call and the Service · to-service: every way to the Service · pods: at the
 * endpoints' pods · outside: the name that an ExternalName Service gives.
 */
export type Hop = 'to-entry' | 'from-entry' | 'in-cluster' | 'to-service' | 'endpoints' | 'pods' | 'outside';

export interface Place {
  readonly hop: Hop;
  /** Only ways of these kinds; all when left out. */
  readonly entries?: readonly EntryKind[];
}

const balancer: readonly EntryKind[] = ['load-balancer'];
const viaNodes: readonly EntryKind[] = ['load-balancer', 'node-port'];
const http: readonly EntryKind[] = ['ingress', 'route'];

const byTheme: Readonly<Record<Theme, Place | undefined>> = {
  scope: { hop: 'to-service' },
  selector: { hop: 'endpoints' },
  ports: { hop: 'pods' },
  workload: { hop: 'pods' },
  pods: { hop: 'pods' },
  endpoints: { hop: 'endpoints' },
  ip: { hop: 'endpoints' },
  'load-balancer': { hop: 'to-entry', entries: balancer },
  policy: { hop: 'pods' },
  'network-policy': { hop: 'pods' },
  gateway: { hop: 'to-entry', entries: ['route'] },
  ingress: { hop: 'to-entry', entries: ['ingress'] },
  stateful: { hop: 'in-cluster' },
  'external-name': { hop: 'outside' },
  cluster: { hop: 'in-cluster' },
  note: undefined,
};

/** Checks that do not lie where the others of their theme do. */
const byCheck: Readonly<Record<string, Place>> = {
  'namespace-terminating': { hop: 'pods' },
  'no-ready-endpoints': { hop: 'pods' },
  'some-endpoints-not-ready': { hop: 'pods' },
  'only-terminating-endpoints': { hop: 'pods' },
  'cluster-ip-out-of-range': { hop: 'to-service' },
  'kube-proxy-unhealthy': { hop: 'to-service' },
  'service-env-vars-break-pods': { hop: 'pods' },
  'not-ready-pods-published': { hop: 'pods' },
  'external-ips-used': { hop: 'to-entry', entries: ['external-ip'] },
  'lb-node-ports-disabled': { hop: 'from-entry', entries: balancer },
  'lb-nodes-excluded': { hop: 'from-entry', entries: balancer },
  'external-policy-local-gaps': { hop: 'from-entry', entries: viaNodes },
  'internal-policy-local-gaps': { hop: 'in-cluster' },
  'netpol-blocks-external-clients': { hop: 'from-entry', entries: viaNodes },
  'netpol-blocks-ingress-controller': { hop: 'from-entry', entries: http },
  // Their own egress: without names many never become ready.
  'netpol-blocks-dns': { hop: 'pods' },
  'reference-not-granted': { hop: 'from-entry', entries: ['route'] },
  'route-backend-missing': { hop: 'from-entry', entries: ['route'] },
  'ingress-backend-service-missing': { hop: 'from-entry', entries: ['ingress'] },
  'ingress-backend-port-missing': { hop: 'from-entry', entries: ['ingress'] },
  'ingress-backend-external-name': { hop: 'from-entry', entries: ['ingress'] },
  'ingress-backend-needs-node-port': { hop: 'from-entry', entries: ['ingress'] },
  'ingress-backend-scheme-mismatch': { hop: 'from-entry', entries: ['ingress'] },
  'ingress-backend-unready': { hop: 'pods' },
};

const themeOf = new Map(allChecks.map((check) => [check.id, check.theme]));

/** undefined when it lies on no hop. */
export function placeOf({ check, object }: Pick<Finding, 'check' | 'object'>): Place | undefined {
  // A certificate of another namespace, which the Gateway may not use: nobody comes in.
  if (check === 'reference-not-granted' && object.kind === 'Gateway') return byTheme.gateway;
  if (Object.hasOwn(byCheck, check)) return byCheck[check];
  const theme = themeOf.get(check);
  return theme === undefined ? undefined : byTheme[theme];
}
