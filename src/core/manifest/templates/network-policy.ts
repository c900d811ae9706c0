import type { Labels } from '../../model/kinds/meta.ts';
import type { CommentedObject } from '../kubernetes-object.ts';
import { metadata } from '../metadata.ts';
import type { ManifestPlan } from '../plan.ts';

/**
 * Admits to the pods behind the Service only who is named, on its ports. From outside nobody has labels: where the
 * Service is an entry, addresses are admitted too, and for an Ingress the pods of any namespace.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function networkPolicy(plan: ManifestPlan, admits: Labels): CommentedObject {
  const pods = { podSelector: Object.keys(admits).length === 0 ? {} : { matchLabels: admits } };
  const from = [pods, ...entriesOf(plan)];
  return {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata(plan, `${plan.name}-clients`),
      spec: {
        podSelector: { matchLabels: plan.selector },
        policyTypes: ['Ingress'],
        ingress: [{ from, ports: plan.ports.map(({ protocol, targetPort }) => ({ protocol, port: targetPort })) }],
      },
    },
    comments: [
      {
        at: ['spec', 'podSelector'],
        say: 'the pods behind the Service; whoever is not listed below cannot reach them any more',
      },
      { at: ['spec', 'ingress'], say: sayFrom(plan, admits) },
      { at: ['spec', 'ingress', 0, 'ports'], say: 'ports of the pods (targetPort), not of the Service' },
    ],
  };
}

function entriesOf({ template }: ManifestPlan): readonly object[] {
  if (template === 'load-balancer' || template === 'node-port') {
    return [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }];
  }
  if (template === 'load-balancer-internal')
    return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((cidr) => ({ ipBlock: { cidr } }));
  return template === 'ingress' ? [{ namespaceSelector: {} }] : [];
}

function sayFrom({ template }: ManifestPlan, admits: Labels): string {
  const pods = Object.keys(admits).length === 0 ? 'every pod of this namespace' : 'pods of this namespace with these labels';
  if (template === 'ingress') return `${pods}; and the Ingress controller: narrow this to its namespace`;
  return entriesOf({ template } as ManifestPlan).length === 0 ? pods : `${pods}; and clients from outside, by address`;
}
