import type { NextStep } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { addToPolicy, replaceInPolicy, showPolicies } from '../../model/policy-commands.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { closedPorts, type ClosedPort } from '../../network-policy/closed-ports.ts';
import { formatPolicyPort } from '../../network-policy/format-rule.ts';
import { defineCheck } from '../check.ts';
import { enforcementWords, policyWeight, portsAsEvidence, rulesAsEvidence } from '../words/guarded-words.ts';
import { howMany, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'netpol-port-mismatch',
  title: 'The NetworkPolicy opens another port than the one the pods receive traffic on',
  theme: 'network-policy',
  severity: 'critical',
  kind: 'cause',
  explains: ['netpol-denies-ingress', 'netpol-blocks-ingress-controller', 'netpol-blocks-external-clients'],
  needs: ['service', 'livePods', 'guardedPods', 'inhabitants'],
  uses: ['clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  detects:
    'NetworkPolicies select live pods behind the Service and let somebody in, but no rule opens the port to which targetPort resolves, with its protocol: the rule names the port of the Service, a port name that the pods do not declare, or another protocol. Silent when any rule opens that port or a range with it. While another port of the Service is open, only a rule that shows the mistake is told, as a warning.',
  find({ service, livePods, guardedPods, inhabitants, clusterPods }) {
    return guardedPods.flatMap((group) => {
      const closed = closedPorts(group, inhabitants);
      const [first] = closed;
      if (first === undefined) return [];
      const whole = closed.length === group.targets.length ? ('critical' as const) : ('warning' as const);
      return [
        {
          severity: policyWeight(group.pods, livePods, clusterPods, whole),
          say: text`NetworkPolicy ${code(first.rule.policy.metadata.name)} opens ${code(formatPolicyPort(first.entry))}${slipWords(first, service.metadata.name)}, but ${howMany(group.pods, livePods)} of Service ${code(service.metadata.name)} ${group.pods.length === 1 ? 'receives' : 'receive'} that traffic on ${code(`${first.target.port.protocol} ${first.target.number}`)}: policies act on the pod's port, so the connections are dropped.${enforcementWords(clusterPods)}`,
          evidence: { ...rulesAsEvidence(group), ...portsAsEvidence(group) },
          next: [...closed.map(fix), { say: text`See what the policies say`, command: showPolicies(group.policies) }],
          pods: namesOf(group.pods),
          object: refOf(first.rule.policy),
        },
      ];
    });
  },
});

function slipWords({ slip, target, entry }: ClosedPort, service: string): Text {
  switch (slip) {
    case 'service-port':
      return text`, the port of Service ${code(service)}`;
    case 'unknown-name':
      return text`, a name that the pods do not declare`;
    case 'protocol':
      return text`, only with ${entry.protocol} in place of ${target.port.protocol}`;
    case 'other':
      return text``;
    default:
      return slip satisfies never;
  }
}

/** A wrong entry is put right; one that serves another purpose stays, and the port is added to its rule. */
function fix({ rule, entry, at, slip, target }: ClosedPort): NextStep {
  const { protocol } = target.port;
  const keeps = slip === 'other' || (slip === 'protocol' && entry.port !== target.number);
  return keeps || slip === 'protocol'
    ? {
        say: text`Open ${code(`${protocol} ${target.number}`)} in the same rule`,
        command: addToPolicy(rule.policy, `ingress/${rule.index}/ports`, { protocol, port: target.number }),
      }
    : {
        say: text`Put the pod's port in place of ${code(String(entry.port))}`,
        command: replaceInPolicy(rule.policy, `ingress/${rule.index}/ports/${at}/port`, target.number),
      };
}
