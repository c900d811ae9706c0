import type { CommentedObject } from '../kubernetes-object.ts';
import { metadata } from '../metadata.ts';
import type { ManifestPlan } from '../plan.ts';
import { serviceObject } from '../service-object.ts';

/**
 * The Ingress (or, when the Gateway API is wanted, the HTTPRoute), and the ClusterIP Service that it leads to unless the
 * workload has one already.
 */
export function ingressTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  const front = plan.gatewayApi ? httpRoute(plan) : ingress(plan);
  return plan.existing === undefined ? [serviceObject(plan, 'ClusterIP'), front] : [front];
}

/** By name where the port has one: the number may change then. */
function backendPort({ existing, ports }: ManifestPlan): { name: string } | { number: number } {
  if (existing === undefined) return { name: ports[0]?.name ?? 'http' };
  return existing.portName === '' ? { number: existing.port } : { name: existing.portName };
}

function ingress(plan: ManifestPlan): CommentedObject {
  return {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata(plan, plan.entryName),
      spec: {
        ingressClassName: plan.ingressClass,
        ...(plan.tls ? { tls: [{ hosts: [plan.host], secretName: `${plan.entryName}-tls` }] } : {}),
        rules: [
          {
            host: plan.host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: plan.name, port: backendPort(plan) } },
                },
              ],
            },
          },
        ],
      },
    },
    comments: [
      { at: ['spec', 'ingressClassName'], say: 'which controller serves it: kubectl get ingressclass' },
      { at: ['spec', 'tls'], say: 'a Secret of type kubernetes.io/tls in this namespace' },
      { at: ['spec', 'rules'], say: 'one rule for each host name; its DNS record points to the address of the controller' },
    ],
  };
}

function httpRoute(plan: ManifestPlan): CommentedObject {
  const [port] = plan.ports;
  return {
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: metadata(plan, plan.entryName),
      spec: {
        parentRefs: [plan.gateway],
        hostnames: [plan.host],
        rules: [{ backendRefs: [{ name: plan.name, port: plan.existing?.port ?? port?.port ?? 80 }] }],
      },
    },
    comments: [
      {
        at: ['spec', 'parentRefs'],
        say:
          plan.gateway.name === 'my-gateway'
            ? 'REPLACE with your Gateway (and its namespace): kubectl get gateway -A; TLS ends there'
            : 'the Gateway of this cluster: kubectl get gateway -A; TLS ends there',
      },
      { at: ['spec', 'hostnames'], say: 'the DNS record points to the address of the Gateway' },
    ],
  };
}
