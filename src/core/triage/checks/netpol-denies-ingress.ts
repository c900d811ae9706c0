import { code, text } from '../../answer/text.ts';
import { allowTo, showPolicies } from '../../model/policy-commands.ts';
import { hasSources, ingressRules } from '../../network-policy/admission.ts';
import { deadPeers, isSureMistake } from '../../network-policy/dead-peers.ts';
import { defineCheck } from '../check.ts';
import {
  enforcementWords,
  openPorts,
  policyAtFault,
  policyWeight,
  policyWords,
  rulesAsEvidence,
  selectWord,
} from '../words/guarded-words.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'netpol-denies-ingress',
  title: 'A NetworkPolicy lets nobody reach the pods',
  theme: 'network-policy',
  severity: 'critical',
  kind: 'cause',
  explains: ['netpol-blocks-ingress-controller', 'netpol-blocks-external-clients'],
  needs: ['service', 'livePods', 'guardedPods', 'inhabitants'],
  uses: ['clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  detects:
    'NetworkPolicies of type Ingress select live pods behind the Service, and none of their rules lets in anybody: there is no ingress rule, or every peer selects pods or namespaces that do not exist. A warning while other pods of the Service are open, and when all that is missing is a pod with the right labels, which may start later. Silent when some source is let in, on whatever port; info where the network plugin does not enforce policies.',
  find({ service, livePods, guardedPods, inhabitants, clusterPods }) {
    const closed = guardedPods.filter((group) => !ingressRules(group).some((rule) => hasSources(rule, inhabitants)));
    return closed.map((group) => {
      const dead = deadPeers(group, inhabitants);
      const sure = ingressRules(group).length === 0 || dead.some(isSureMistake);
      const why =
        ingressRules(group).length === 0
          ? 'no ingress rule lets anybody in'
          : 'what the ingress rules let in does not exist: no pod or namespace has these labels';
      return {
        severity: policyWeight(group.pods, livePods, clusterPods, sure ? 'critical' : 'warning'),
        say: text`${policyWords(group)} ${selectWord(group)} ${howMany(group.pods, livePods)} of Service ${code(service.metadata.name)}, and ${why}: every connection to them is dropped, which callers see as a timeout.${enforcementWords(clusterPods)}`,
        evidence: { ...rulesAsEvidence(group), pods: listNames(namesOf(group.pods)) },
        next: [
          {
            say: text`Let the callers in with a policy beside it (put their label in place of ${code('CALLER')}; callers of another namespace need a namespaceSelector too)`,
            command: allowTo(service, 'CALLER', [{ podSelector: { matchLabels: { app: 'CALLER' } } }], openPorts(group)),
          },
          { say: text`See what the policies say`, command: showPolicies(group.policies) },
        ],
        pods: namesOf(group.pods),
        ...policyAtFault(group),
      };
    });
  },
});
