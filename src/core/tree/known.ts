import type { RecommendationType, TraceStep } from '../answer/answer.ts';
import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import type { ClusterFacts } from './cluster-facts.ts';

/** What a message says besides facts. All of it is optional; nothing here is a guess about the cluster. */
export interface Hints {
  /** One person wants a short look. */
  readonly shortLook?: boolean;
  /** Types that the person ruled out. */
  readonly denied?: readonly RecommendationType[];
  /** A type that the person asks for by name. */
  readonly asked?: RecommendationType;
  /** IP addresses of something outside the cluster. */
  readonly addresses?: readonly string[];
  /** The text says that there is no load balancer to be had. */
  readonly noLoadBalancer?: boolean;
  /** The public is ruled out, or an inner network is named. */
  readonly mustBePrivate?: boolean;
  /** One entry for several applications, or fewer load balancers, is wanted. */
  readonly sharedEntry?: boolean;
  /** Requests of one client are to reach the same pod again. */
  readonly stickySessions?: boolean;
  /** Node ports that are named. */
  readonly nodePorts?: readonly number[];
  /** The Gateway API is wanted rather than Ingress. */
  readonly gatewayApi?: boolean;
  /** A NetworkPolicy is wanted beside the Service: labels of the pods that it admits; {} is all of the namespace. */
  readonly admits?: Readonly<Record<string, string>>;
  /** YAML is wanted rather than a choice: open questions get the plainest answer. */
  readonly manifest?: boolean;
  /** How likely each type is by similar questions, natural logarithm; it settles what nobody said. */
  readonly likely?: ReadonlyMap<RecommendationType | 'ask', number>;
  /** Where a fact came from when it was not the text: a button, or what a product's name lets one expect. */
  readonly from?: Partial<Record<FactName, TraceStep['from']>>;
}

/** All that the tree walks with. `answers` holds answers by question id that override everything else. */
export interface Known {
  readonly facts: AskedFacts;
  readonly cluster: ClusterFacts | undefined;
  readonly hints: Hints;
  readonly answers: Readonly<Record<string, string>>;
}
