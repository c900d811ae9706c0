import type { NetworkPolicy, NetworkPolicyRule } from '../model/kinds/network-policy.ts';
import { caveatSays } from './caveat.ts';
import type { DirectionVerdict, RuleVerdict } from './direction.ts';
import { formatPorts, intersect, isEmpty, isSubset, type PortSet } from './port-set.ts';

/**
 * What decides about the asked ports, in one line: `NetworkPolicy shop/deny-all: no ingress rule`. Rules are counted
 * from 1, as people do.
 */
export function explainDirection(verdict: DirectionVerdict, asked: PortSet, subject: string): string {
  if (verdict.because === 'not-read') return caveatSays['policies-unread'];
  if (verdict.because === 'own-node') return 'traffic between a pod and the node that runs it is always allowed';
  if (verdict.because === 'not-isolated') return `no NetworkPolicy limits ${verdict.direction} of ${subject}`;
  const open = intersect(verdict.certain, asked);
  const opening = () =>
    list(verdict.rules.filter((rule) => rule.peer === 'yes' && !isEmpty(intersect(rule.ports.certain, asked))).map(rulesName));
  if (isSubset(asked, verdict.certain)) return opening();
  if (!isEmpty(open) && isSubset(intersect(asked, verdict.possible), open))
    return `${opening()}, only ${formatPorts(open).join(', ')}`;
  if (isEmpty(intersect(verdict.possible, asked))) return list(whyNot(verdict, asked));
  const perhaps = verdict.rules.filter((rule) => rule.peer !== 'no' && !isEmpty(intersect(rule.ports.possible, asked)));
  const names = perhaps.length > 0 ? perhaps.map(rulesName) : verdict.policies.map(({ policy }) => policyName(policy));
  return `${list(names)}: cannot be told, ${verdict.caveats.map((caveat) => caveatSays[caveat]).join('; ')}`;

  function rulesName(rule: RuleVerdict): string {
    return `${policyName(rule.policy)}: ${verdict.direction} rule ${rule.index + 1}`;
  }
}

export function policyName(policy: NetworkPolicy): string {
  return `NetworkPolicy ${policy.metadata.namespace}/${policy.metadata.name}`;
}

/** Why each policy that isolates the pod does not let it through. One that admits this very end on other ports tells most. */
function whyNot(verdict: DirectionVerdict, asked: PortSet): readonly string[] {
  const { direction } = verdict;
  const reasons = verdict.policies.map(({ policy }) => {
    const rules = policy.spec[direction];
    const admitting = verdict.rules.find((rule) => rule.policy === policy && rule.peer === 'yes');
    const rule = admitting === undefined ? undefined : rules[admitting.index];
    const say =
      admitting !== undefined
        ? `${direction} rule ${admitting.index + 1} opens ${openedBy(admitting, rule)}, not ${formatPorts(asked).join(', ')}`
        : rules.length === 0
          ? `no ${direction} rule`
          : `no ${direction} rule for this ${direction === 'ingress' ? 'source' : 'destination'}`;
    return { say: `${policyName(policy)}: ${say}`, near: rule?.peers !== undefined };
  });
  return [...reasons.filter((one) => one.near), ...reasons.filter((one) => !one.near)].map((one) => one.say);
}

function openedBy(verdict: RuleVerdict, rule: NetworkPolicyRule | undefined): string {
  const opened = formatPorts(verdict.ports.possible);
  if (opened.length > 0) return opened.join(', ');
  const names = (rule?.ports ?? []).map(({ protocol, port }) => `${protocol} ${port ?? ''}`);
  return `only port ${names.join(', ')} by name, which the pod does not declare`;
}

/** Three are enough to act on; the rest is counted. */
function list(items: readonly string[]): string {
  const unique = [...new Set(items)];
  return unique.length <= 4 ? unique.join('; ') : `${unique.slice(0, 3).join('; ')} and ${unique.length - 3} more`;
}
