import type { NetworkPolicyPort } from '../model/kinds/network-policy.ts';
import { hasSources, ingressRules, opensPort, type GuardedPods, type PlacedRule, type TargetPort } from './admission.ts';
import type { Inhabitants } from './inhabitants.ts';

/**
 * service-port: it names the Service's port, not the pod's · unknown-name: the pods declare no port of that name ·
 * protocol: the number is right, the protocol is not · other: it names some other port.
 */
export type PortSlip = 'service-port' | 'unknown-name' | 'protocol' | 'other';

/** A port of the Service that no rule opens on the pods, and the entry of a rule that probably was to open it. */
export interface ClosedPort {
  readonly target: TargetPort;
  readonly rule: PlacedRule;
  readonly entry: NetworkPolicyPort;
  /** Position of the entry in `ports` of the rule. */
  readonly at: number;
  readonly slip: PortSlip;
}

const order: readonly PortSlip[] = ['service-port', 'protocol', 'unknown-name', 'other'];

/**
 * Ports that stay closed although somebody is let in elsewhere. While some port of the Service is open, only those are
 * told for which an entry shows the mistake: a metrics port may be closed on purpose.
 */
export function closedPorts(group: GuardedPods, world: Inhabitants): readonly ClosedPort[] {
  const rules = ingressRules(group).filter((rule) => hasSources(rule, world));
  const closed = group.targets.filter((target) => !rules.some((rule) => opensPort(rule, target)));
  const all = closed.length === group.targets.length;
  return closed.flatMap((target) => {
    const [best] = rules
      .flatMap((rule) =>
        (rule.rule.ports ?? []).map((entry, at): ClosedPort => ({
          target,
          rule,
          entry,
          at,
          slip: slipOf(entry, target, group),
        })),
      )
      .toSorted((a, b) => order.indexOf(a.slip) - order.indexOf(b.slip));
    return best === undefined || (!all && best.slip === 'other') ? [] : [best];
  });
}

function slipOf(entry: NetworkPolicyPort, { port, number }: TargetPort, { targets, peer }: GuardedPods): PortSlip {
  const isTarget = targets.some((one) => one.number === entry.port && one.port.protocol === entry.protocol);
  if (entry.port === port.port && entry.protocol === port.protocol && !isTarget) return 'service-port';
  if (
    (entry.port === number || entry.port === port.targetPort || entry.port === port.port) &&
    entry.protocol !== port.protocol
  ) {
    // The same number under both protocols (DNS) is a slip only when the other protocol's port is all that was opened.
    return 'protocol';
  }
  const declared = peer.ports ?? [];
  if (typeof entry.port === 'string' && !declared.some((one) => one.name === entry.port && one.protocol === entry.protocol)) {
    return 'unknown-name';
  }
  return 'other';
}
