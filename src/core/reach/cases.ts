import type { ReachEnd } from '../answer/answer.ts';
import { connectionBetween, type Connection } from '../network-policy/connection.ts';
import { explainDirection } from '../network-policy/explain-direction.ts';
import type { Peer } from '../network-policy/peer.ts';
import { intersect, isEmpty, isSubset, subtract, type PortSet } from '../network-policy/port-set.ts';
import { endName } from './ends.ts';
import { hop, type Hop } from './hop.ts';
import type { PolicyView } from './policy-view.ts';

/** One end as the answer names it, with everything that it stands for. */
export interface Side {
  readonly end: ReachEnd;
  readonly peers: readonly Peer[];
}

export type Verdict = 'allowed' | 'blocked' | 'unknown';

export interface Case {
  readonly connection: Connection;
  readonly asked: PortSet;
}

/** Each pod of one end with each pod of the other. A pod always reaches itself; that says nothing about its replicas. */
export function casesOf(from: Side, to: Side, askedOf: (peer: Peer) => PortSet, view: PolicyView): readonly Case[] {
  const pairs = from.peers.flatMap((source) => to.peers.map((target) => ({ source, target })));
  const others = pairs.filter(({ source, target }) => source !== target);
  return (others.length > 0 ? others : pairs).map(({ source, target }): Case => ({
    connection: connectionBetween(view.end('egress', source), view.end('ingress', target), view.namespaces),
    asked: askedOf(target),
  }));
}

/** The asked ports that have this verdict. */
export function partOf({ connection, asked }: Case, verdict: Verdict): PortSet {
  if (verdict === 'allowed') return intersect(asked, connection.certain);
  if (verdict === 'blocked') return subtract(asked, connection.possible);
  return subtract(intersect(asked, connection.possible), connection.certain);
}

/** What each direction says about these ports, in the order in which traffic meets them. */
export function policyHops(connection: Connection | undefined, ports: PortSet, from: Side, to: Side): readonly Hop[] {
  return [connection?.egress, connection?.ingress].flatMap((verdict): readonly Hop[] => {
    if (verdict === undefined) return [];
    const name = verdict.direction === 'egress' ? 'Egress of the caller' : 'Ingress of the target';
    const say = explainDirection(verdict, ports, endName(verdict.direction === 'egress' ? from.end : to.end));
    if (isSubset(ports, verdict.certain)) return [hop(name, 'passes', say)];
    // What is certain of the ports and what is possible is the same: closed, or open for a part of them.
    const told = isSubset(intersect(ports, verdict.possible), verdict.certain);
    return [hop(name, told ? 'stops here' : 'cannot tell', say)];
  });
}

/** The hop that blocks or leaves it open; for an allowed connection the rules that let it through. */
export function decides(verdict: Verdict, hops: readonly Hop[], connection: Connection | undefined, ports: PortSet): string {
  const stops = hops.filter((one) => one.result === 'stops here');
  if (verdict === 'blocked' && stops.length > 0) {
    // Each direction may leave a part open, and the two have nothing in common.
    const closed = [connection?.egress, connection?.ingress].some(
      (one) => one !== undefined && isEmpty(intersect(one.possible, ports)),
    );
    return closed ? (stops[0]?.say ?? '') : stops.map((one) => one.say).join('; ');
  }
  const unclear = hops.find((one) => one.result === 'cannot tell') ?? stops[0];
  if (unclear !== undefined) return unclear.say;
  const limits = [connection?.egress, connection?.ingress]
    .filter((one) => one !== undefined)
    .map((one) => one.because !== 'not-isolated');
  const limiting = hops.filter((_, index) => limits[index] === true);
  return limiting.length === 0 ? 'no NetworkPolicy limits it' : limiting.map((one) => one.say).join('; ');
}
