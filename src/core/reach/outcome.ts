import type { Caveat } from '../network-policy/caveat.ts';
import type { Peer } from '../network-policy/peer.ts';
import {
  allPorts,
  intersect,
  isAll,
  isEmpty,
  isSubset,
  noPorts,
  subtract,
  union,
  type PortSet,
} from '../network-policy/port-set.ts';
import { casesOf, decides, partOf, policyHops, type Case, type Side, type Verdict } from './cases.ts';
import type { Hop } from './hop.ts';
import type { PolicyView } from './policy-view.ts';

export interface Outcome {
  readonly verdict: Verdict;
  /** Ports of the target pods. */
  readonly ports: PortSet;
  readonly decidedBy: string;
  /** Egress of the caller and ingress of the target, where policies can apply. */
  readonly hops: readonly Hop[];
  readonly caveats: readonly Caveat[];
}

/**
 * Whether every pod of `from` reaches every pod of `to`, as one outcome for each verdict that occurs. Where it holds
 * for some pods and not for others it cannot be told, because nobody chooses the pod. `askedOf` gives the ports asked
 * of a target pod; when it asks for all ports, those that are open are the answer and the closed ones are not listed.
 */
export function outcomes(from: Side, to: Side, askedOf: (peer: Peer) => PortSet, view: PolicyView): readonly Outcome[] {
  const cases = casesOf(from, to, askedOf, view);
  const all = (part: (one: Case) => PortSet) => union(noPorts, ...cases.map(part));
  const open = all((one) => intersect(one.asked, one.connection.certain));
  const closed = all((one) => subtract(one.asked, one.connection.possible));
  const unclear = all((one) => subtract(intersect(one.asked, one.connection.possible), one.connection.certain));
  const unknown = union(unclear, intersect(open, closed));
  const allowed = subtract(open, unknown);
  const blocked = subtract(closed, unknown);
  const everythingAsked = cases.some((one) => isAll(one.asked));
  const listBlocked = !everythingAsked || (isEmpty(allowed) && isEmpty(unknown));
  return [
    ...(isEmpty(allowed) ? [] : [outcome('allowed', allowed)]),
    ...(isEmpty(unknown) ? [] : [outcome('unknown', unknown)]),
    ...(isEmpty(blocked) || !listBlocked ? [] : [outcome('blocked', everythingAsked ? allPorts : blocked)]),
  ];

  function outcome(verdict: Verdict, ports: PortSet): Outcome {
    const mixed = verdict === 'unknown' && isEmpty(intersect(ports, unclear));
    const wanted: Verdict = mixed ? 'blocked' : verdict;
    const found = cases.find((one) => !isEmpty(intersect(ports, partOf(one, wanted))));
    const connection = found?.connection;
    const set = found === undefined ? ports : intersect(ports, partOf(found, wanted));
    const hops = policyHops(connection, set, from, to);
    const say = decides(wanted, hops, connection, set);
    const share = cases.filter((one) => !isEmpty(intersect(ports, partOf(one, 'blocked')))).length;
    return {
      verdict,
      ports,
      hops,
      decidedBy: mixed ? `it differs between the pods (${share} of ${cases.length} pairs are blocked): ${say}` : say,
      caveats: [...(connection?.egress?.caveats ?? []), ...(connection?.ingress?.caveats ?? [])],
    };
  }
}

/** What is open from some pod of `from` to some pod of `to`, and whether more may be. */
export interface OpenPorts {
  readonly ports: PortSet;
  readonly decidedBy: string;
  /** Some port is neither open for sure nor closed for sure. */
  readonly unclear: boolean;
  /** The policies on the target (ingress) and on the caller (egress) say so, not their absence. */
  readonly byRules: { readonly ingress: boolean; readonly egress: boolean };
}

export function openPorts(from: Side, to: Side, view: PolicyView): OpenPorts {
  const cases = casesOf(from, to, () => allPorts, view);
  const ports = union(noPorts, ...cases.map((one) => one.connection.certain));
  const first = cases.find((one) => !isEmpty(one.connection.certain)) ?? cases[0];
  const connection = first?.connection;
  const open = connection?.certain ?? noPorts;
  return {
    ports,
    decidedBy: isEmpty(ports) ? '' : decides('allowed', policyHops(connection, open, from, to), connection, open),
    unclear: cases.some((one) => !isSubset(one.connection.possible, one.connection.certain)),
    byRules: { ingress: connection?.ingress?.because === 'rules', egress: connection?.egress?.because === 'rules' },
  };
}
