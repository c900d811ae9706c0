import { code, text } from '../../answer/text.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { allowTo, showPolicies } from '../../model/policy-commands.ts';
import type { GuardedPods, TargetPort } from '../../network-policy/admission.ts';
import { judgeDirection } from '../../network-policy/direction.ts';
import { NAMESPACE_NAME_LABEL, type NamespaceLabels } from '../../network-policy/namespace-labels.ts';
import { podPeer } from '../../network-policy/peer.ts';
import { intersect, isEmpty } from '../../network-policy/port-set.ts';
import { defineCheck } from '../check.ts';
import { entryPaths, type EntryPath } from '../words/entry-paths.ts';
import { enforcementWords, policyWeight, policyWords, rulesAsEvidence } from '../words/guarded-words.ts';
import { howMany, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'netpol-blocks-ingress-controller',
  title: 'The ingress controller may not reach the pods',
  theme: 'network-policy',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods', 'guardedPods', 'inhabitants', 'ingresses', 'ingressClasses'],
  uses: ['gateways', 'gatewayClasses', 'clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  detects:
    "An Ingress or a route leads to the Service, the pods of its controller (by the class) or Gateway are known, and the policies on the Service's pods do not let them in on the target port. Silent when the controller runs on the host network or outside of the cluster, and when it is not known which pods forward.",
  find({ service, livePods, guardedPods, inhabitants, ingresses, ingressClasses, gateways, gatewayClasses, clusterPods }) {
    if (guardedPods.length === 0) return [];
    const entries = { ingresses, ingressClasses, gateways: gateways ?? [], gatewayClasses: gatewayClasses ?? [] };
    const paths = entryPaths(service, entries, inhabitants.pods);
    return guardedPods.flatMap((group) => {
      const blocked = paths.flatMap((path) => {
        const target = group.targets.find(
          (one) => path.ports.includes(one.port) && isShut(path, one, group, inhabitants.labelsOfNamespace),
        );
        return target === undefined ? [] : [{ path, target }];
      });
      const [first] = blocked;
      const from = first?.path.pods[0];
      if (first === undefined || from === undefined) return [];
      const { namespace } = from.metadata;
      const others = blocked.length === 1 ? '' : ` (and ${blocked.length - 1} more)`;
      return [
        {
          severity: policyWeight(group.pods, livePods, clusterPods),
          say: text`${formatVia(first.path.via)}${others} leads to Service ${code(service.metadata.name)}, but ${policyWords(group)} ${group.policies.length === 1 ? 'does' : 'do'} not let its controller (pods of namespace ${code(namespace)}) reach ${howMany(group.pods, livePods)} on ${code(`${first.target.port.protocol} ${first.target.number}`)}: callers get a 504 or 502.${enforcementWords(clusterPods)}`,
          evidence: {
            'leads here': blocked.map(({ path }) => formatVia(path.via)).join(', '),
            controller: first.path.controller,
            'controller pods': `${namespace}/${from.metadata.name} with ${labelsOf(from)}`,
            ...rulesAsEvidence(group),
          },
          next: [
            {
              say: text`Let namespace ${code(namespace)} in with a policy beside it`,
              command: allowTo(
                service,
                namespace,
                [{ namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } } }],
                [{ protocol: first.target.port.protocol, number: first.target.number }],
              ),
            },
            { say: text`See what the policies say`, command: showPolicies(group.policies) },
          ],
          pods: namesOf(group.pods),
        },
      ];
    });
  },
});

/** None of the forwarding pods can get in. Where only some cannot, or the plugin decides, nobody can say that it is broken. */
function isShut({ pods }: EntryPath, target: TargetPort, group: GuardedPods, namespaces: NamespaceLabels): boolean {
  if (pods.some((pod) => pod.spec.hostNetwork)) return false;
  const selecting = group.policies.map((policy) => ({ policy, selects: 'yes' as const }));
  return pods.every((pod) => {
    const { possible } = judgeDirection('ingress', group.peer, podPeer(pod), selecting, namespaces);
    return isEmpty(intersect(possible, target.set));
  });
}

function formatVia({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}

function labelsOf({ metadata }: Pod): string {
  const kept = Object.entries(metadata.labels).filter(([key]) => !key.endsWith('hash'));
  return kept.map(([key, value]) => `${key}=${value}`).join(',') || 'no labels';
}
