import type { Severity } from '../../answer/answer.ts';
import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { refOf, type ObjectRef } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { OpenPort } from '../../model/policy-commands.ts';
import type { GuardedPods } from '../../network-policy/admission.ts';
import { isUnenforced } from '../../network-policy/enforcement.ts';
import { formatRules } from '../../network-policy/format-rule.ts';
import type { Direction } from '../../network-policy/selected-policies.ts';

/** Words and weights that the checks about NetworkPolicies share. */

/** More names than this are counted. */
const MOST_NAMED = 3;

export function policyWords({ policies }: GuardedPods): Text {
  const names = policies.slice(0, MOST_NAMED).map((policy) => code(policy.metadata.name));
  const more = policies.length - names.length;
  return more > 0
    ? text`NetworkPolicies ${joinTexts(names, ', ')} and ${more} more`
    : text`${policies.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies'} ${joinTexts(names)}`;
}

/** What each policy lets in, by its name. */
export function rulesAsEvidence({ policies }: GuardedPods, direction: Direction = 'ingress'): Record<string, string> {
  return Object.fromEntries(
    policies
      .slice(0, MOST_NAMED)
      .map((policy) => [
        `NetworkPolicy ${policy.metadata.name} spec.${direction}`,
        formatRules(policy.spec[direction], direction),
      ]),
  );
}

/** Each port of the Service with the pod's port behind it. */
export function portsAsEvidence({ targets }: GuardedPods): Record<string, string> {
  return Object.fromEntries(
    targets.map(({ port, number }) => [
      `spec.ports ${port.name === '' ? port.port : port.name}`,
      `${port.port} → pod port ${number}/${port.protocol}`,
    ]),
  );
}

export function openPorts({ targets }: GuardedPods): readonly OpenPort[] {
  const ports = targets.map(({ port, number }) => ({ protocol: port.protocol, number }));
  return [...new Map(ports.map((one) => [`${one.protocol} ${one.number}`, one])).values()];
}

/** The one policy at fault; several are told by the Service. */
export function policyAtFault({ policies }: GuardedPods): { readonly object?: ObjectRef } {
  const [only] = policies;
  return only !== undefined && policies.length === 1 ? { object: refOf(only) } : {};
}

/**
 * What a blocked group of pods weighs: as much as `whole` when it is all of them, a warning while the rest is open, info
 * where the network plugin does not enforce policies.
 */
export function policyWeight(
  blocked: readonly Pod[],
  all: readonly Pod[],
  clusterPods: readonly Pod[] | undefined,
  whole: Severity = 'critical',
): Severity {
  if (clusterPods !== undefined && isUnenforced(clusterPods)) return 'info';
  return whole === 'critical' && blocked.length < all.length ? 'warning' : whole;
}

/** Said at the end of a finding where nothing enforces what the policies say. */
export function enforcementWords(clusterPods: readonly Pod[] | undefined): string {
  return clusterPods !== undefined && isUnenforced(clusterPods)
    ? ' The network plugin here (flannel) does not enforce NetworkPolicies, so nothing is blocked until one that does takes its place.'
    : '';
}

export function selectWord({ policies }: GuardedPods): string {
  return policies.length === 1 ? 'selects' : 'select';
}
