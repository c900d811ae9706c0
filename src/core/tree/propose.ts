import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import { planFor } from '../manifest/plan-for.ts';
import { writeManifest, type WrittenManifest } from '../manifest/write-manifest.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import { decide, type Decision } from './decide.ts';
import type { Hints } from './known.ts';

/** A decision and its manifest, before anything is said: the place for checks of the objects against the cluster. */
export interface Proposal {
  readonly facts: AskedFacts;
  readonly hints: Hints;
  readonly cluster: ClusterFacts | undefined;
  readonly decision: Decision;
  readonly written: WrittenManifest;
}

/** `known` may hold what is only implied (`hints.from` says `default`): a declared port is better than a usual one. */
export function propose(known: AskedFacts, cluster: ClusterFacts | undefined, hints: Hints): Proposal {
  const { port: _usual, ...withoutPort } = known;
  const declares = (cluster?.workload?.ports.length ?? 0) > 0;
  const facts = hints.from?.port === 'default' && declares ? withoutPort : known;
  const decision = decide(facts, cluster, hints);
  return { facts, hints, cluster, decision, written: writeManifest(planFor(decision.leaf.template, facts, cluster, hints)) };
}

/** The facts that somebody said, without those that a product's name lets one expect. */
export function statedFacts({ facts, hints }: Proposal): AskedFacts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => hints.from?.[fact as FactName] !== 'default'));
}
