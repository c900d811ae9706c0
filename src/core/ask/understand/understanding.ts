import type { Intent, RecommendationType } from '../../answer/answer.ts';
import type { AskedFacts, FactName } from '../asked-facts.ts';

/** What is said to go wrong, as a person on call would name it. */
export type Symptom =
  | 'pending-external-ip'
  | 'connection-refused'
  | 'timeout'
  | 'no-endpoints'
  | 'dns-not-resolving'
  | 'intermittent'
  | '502-503'
  | 'wrong-source-ip'
  | 'other';

export type Language = 'en' | 'de' | 'es' | 'fr' | 'pt' | 'zh' | 'hi';

/** Names that exist in the cluster. Optional: without them, names are told by the words around them. */
export interface Names {
  readonly services: readonly string[];
  readonly workloads: readonly string[];
  readonly namespaces: readonly string[];
}

/** What a message says. A pure function of the text (and of the known names): nothing in it is a guess about the cluster. */
export interface Understanding {
  readonly intent: Intent;
  /** `guess`: no rule spoke clearly; the answer should say how it took the message, or ask. */
  readonly confidence: 'sure' | 'guess';
  /** Words (`how do`, `^ which` at the start) and clues (`#failing=yes`) that the examples of this intent share with the message. */
  readonly because: readonly string[];
  /** Only what the text states or directly implies. */
  readonly facts: AskedFacts;
  /** What a product's name lets one expect and nobody said (Grafana speaks HTTP). Never overlaps with `facts`. */
  readonly implied: AskedFacts;
  /** For each fact (stated or implied), the words it came from, as they stand in the message. */
  readonly words: Readonly<Partial<Record<FactName, string>>>;
  /**
   * For a choice: how likely each type is by the examples that share words and facts with the message, as natural logarithm,
   * 0 for the likeliest; `ask` where experts would have asked back. Empty for other intents.
   */
  readonly likely: ReadonlyMap<RecommendationType | 'ask', number>;
  /** Types that the message names without denying them, in the order of their first mention. */
  readonly mentioned: readonly RecommendationType[];
  /** The type that is asked for ("make me a headless service"), not merely talked about. */
  readonly recommendationHint?: RecommendationType;
  /** Types that are ruled out ("not NodePort", "tried NodePort, does not work", "port-forward works but I don't want it"). */
  readonly denied: readonly RecommendationType[];
  /** One person's look or debugging session: a port-forward is enough. */
  readonly shortLook: boolean;
  /** The text says that there is no load balancer to be had ("no LB around"). */
  readonly noLoadBalancer: boolean;
  /** Callers within the office, VPN, VPC or a peered network are named, or the public is ruled out. */
  readonly mustBePrivate: boolean;
  /** Many load balancers would cost too much, or one entry for several applications is wanted. */
  readonly sharedEntry: boolean;
  /** Requests of one client are to reach the same pod again. */
  readonly stickySessions: boolean;
  /** IP addresses (IPv4 without port) of things outside that pods are to call. */
  readonly externalAddresses: readonly string[];
  /** Node ports that are named (30000–32767). */
  readonly nodePorts: readonly number[];
  /** Set when a failure is reported. */
  readonly symptom?: Symptom;
  /** Words of the field in the order of the message, typos repaired: for the search of concept topics. */
  readonly topicHints: readonly string[];
  /** The whole message with typos repaired and other languages' common words in English, lower case. */
  readonly canonical: string;
  /** The other field that the message is about ("Docker Compose", "RBAC"), when the intent is `other` because of it. */
  readonly otherField?: string;
  /** Changes what was said before in the thread ("and for prod?", "make it internal", "why not NodePort?", "yaml please"). */
  readonly followUp: boolean;
  /** Manifests that were pasted, as they were typed. */
  readonly pastedYaml: readonly string[];
  readonly language: Language;
}
