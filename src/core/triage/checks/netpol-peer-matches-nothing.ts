import type { NextStep } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { editPolicy, replaceInPolicy } from '../../model/policy-commands.ts';
import { hasSources, ingressRules, type GuardedPods } from '../../network-policy/admission.ts';
import { peerAsApi } from '../../network-policy/as-api.ts';
import { deadPeers, isSureMistake, type DeadPeer } from '../../network-policy/dead-peers.ts';
import { judgeDirection } from '../../network-policy/direction.ts';
import { formatPeer } from '../../network-policy/format-rule.ts';
import type { Inhabitants } from '../../network-policy/inhabitants.ts';
import { podPeer } from '../../network-policy/peer.ts';
import { intersect, isEmpty } from '../../network-policy/port-set.ts';
import { defineCheck } from '../check.ts';
import { enforcementWords, policyWeight } from '../words/guarded-words.ts';
import { namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'netpol-peer-matches-nothing',
  title: 'A NetworkPolicy rule lets in namespaces or pods that do not exist',
  theme: 'network-policy',
  severity: 'warning',
  kind: 'cause',
  explains: ['netpol-denies-ingress', 'netpol-blocks-ingress-controller'],
  needs: ['service', 'livePods', 'guardedPods', 'inhabitants'],
  uses: ['clusterPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name',
  detects:
    'A peer of an ingress rule of a policy on the pods has a namespaceSelector that no namespace has (often name: X, where only kubernetes.io/metadata.name is there), or a podSelector that no pod in its namespaces has. Critical when nobody else is let in. Silent when another peer lets in what was probably meant, and, while somebody is let in, when nothing comes near: those callers may come later.',
  find({ service, livePods, guardedPods, inhabitants, clusterPods }) {
    return guardedPods.flatMap((group) => {
      const open = ingressRules(group).some((rule) => hasSources(rule, inhabitants));
      const wrong = deadPeers(group, inhabitants).filter((dead) =>
        dead.meant === undefined ? !open : !isAdmitted(dead, group, inhabitants),
      );
      const [first] = wrong;
      if (first === undefined) return [];
      const whole = !open && wrong.some(isSureMistake) ? ('critical' as const) : ('warning' as const);
      return [
        {
          severity: policyWeight(group.pods, livePods, clusterPods, whole),
          say: text`NetworkPolicy ${code(first.policy.metadata.name)} lets ${code(formatPeer(first.peer))} reach the pods of Service ${code(service.metadata.name)}, but ${first.finds === 'no-namespace' ? 'no namespace has these labels' : 'no such pod exists'}${meantWords(first)}.${enforcementWords(clusterPods)}`,
          evidence: Object.fromEntries(
            wrong.flatMap((dead): [string, string][] => [
              [`NetworkPolicy ${dead.policy.metadata.name} ${pathOf(dead)}`, formatPeer(dead.peer)],
              ...(dead.meant === undefined
                ? []
                : ([[`probably meant for ${pathOf(dead)}`, dead.meant.carried]] as [string, string][])),
            ]),
          ),
          next: [
            ...wrong.flatMap(fix),
            {
              say: text`See the labels that are there`,
              command:
                first.finds === 'no-namespace'
                  ? 'kubectl get namespaces --show-labels'
                  : `kubectl get pods ${where(first)} --show-labels`,
            },
          ],
          pods: namesOf(group.pods),
          object: refOf(first.policy),
        },
      ];
    });
  },
});

/** Whether other rules let in what was meant, on a port of the Service. */
function isAdmitted({ meant }: DeadPeer, group: GuardedPods, world: Inhabitants): boolean {
  const selecting = group.policies.map((policy) => ({ policy, selects: 'yes' as const }));
  const [caller] = meant?.pods ?? [];
  if (caller === undefined) return false;
  const { possible } = judgeDirection('ingress', group.peer, podPeer(caller), selecting, world.labelsOfNamespace);
  return group.targets.length === 0
    ? !isEmpty(possible)
    : group.targets.some((target) => !isEmpty(intersect(possible, target.set)));
}

function meantWords({ meant }: DeadPeer): Text {
  return meant === undefined ? text`` : text`: ${meant.say}`;
}

function pathOf({ index, at }: DeadPeer): string {
  return `spec.ingress[${index}].from[${at}]`;
}

function where({ policy, peer }: DeadPeer): string {
  return peer.namespaceSelector === undefined ? `-n ${quote(policy.metadata.namespace)}` : '-A';
}

function fix({ policy, rule, index, at, meant }: DeadPeer): readonly NextStep[] {
  if (meant === undefined) return [{ say: text`Select labels that the callers have`, command: editPolicy(policy) }];
  const [only] = meant.instead;
  // Of several elements the first takes the place, and the rest goes to the end.
  return meant.instead.length === 1
    ? [
        {
          say: text`Select ${code(meant.carried)} instead`,
          command: replaceInPolicy(policy, `ingress/${index}/from/${at}`, only),
        },
      ]
    : [
        {
          say: text`Select ${code(meant.carried)} instead`,
          command: replaceInPolicy(policy, `ingress/${index}/from`, [
            ...(rule.peers ?? []).filter((_, place) => place !== at).map(peerAsApi),
            ...meant.instead,
          ]),
        },
      ];
}
