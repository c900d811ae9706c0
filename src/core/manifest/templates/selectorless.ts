import type { CommentedObject } from '../kubernetes-object.ts';
import { metadata } from '../metadata.ts';
import type { ManifestPlan } from '../plan.ts';
import { serviceObject } from '../service-object.ts';

/**
 * A Service without selector and the EndpointSlice that leads it to addresses outside; one slice for each IP family.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function selectorlessTemplate(plan: ManifestPlan): readonly CommentedObject[] {
  const families = (['IPv4', 'IPv6'] as const)
    .map((addressType) => ({
      addressType,
      addresses: plan.addresses.filter((one) => one.includes(':') === (addressType === 'IPv6')),
    }))
    .filter(({ addresses }) => addresses.length > 0);
  const service = serviceObject(plan, 'ClusterIP', {
    selector: {},
    comments: [{ at: ['spec', 'type'], say: 'no selector: the EndpointSlice below says where it leads' }],
  });
  return [service, ...families.map(({ addressType, addresses }) => slice(plan, addressType, addresses))];
}

function slice(plan: ManifestPlan, addressType: 'IPv4' | 'IPv6', addresses: readonly string[]): CommentedObject {
  return {
    object: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: metadata(plan, `${plan.name}-${addressType.toLowerCase()}`, {
        labels: {
          'kubernetes.io/service-name': plan.name,
          'endpointslice.kubernetes.io/managed-by': 'cluster-admins',
        },
      }),
      addressType,
      ports: plan.ports.map(({ name, protocol, targetPort }) => ({ name, protocol, port: targetPort })),
      endpoints: addresses.map((address) => ({ addresses: [address], conditions: { ready: true } })),
    },
    comments: [
      { at: ['metadata', 'labels'], say: 'this label ties the slice to the Service' },
      { at: ['ports'], say: 'the same port names as in the Service' },
      { at: ['endpoints'], say: 'one entry for each address outside; change them by hand when they move' },
    ],
  };
}
