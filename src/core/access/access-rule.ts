import type { Verb } from '../ask/request.ts';

/** What a rule is about: a verb of the grammar, or showing others what one person was told in private. */
export type AccessVerb = Verb | 'share';

/**
 * One rule: it holds when every list that it has holds; a list that is absent holds for all. `users` and `groups` are one
 * list of people. Ids only: names can change hands.
 */
export interface AccessRule {
  readonly effect: 'allow' | 'deny';
  /** Ids of people (`U0123ABCD`). */
  readonly users?: readonly string[];
  /** Ids of user groups (`S0123ABCD`). */
  readonly groups?: readonly string[];
  /** Ids of channels and direct messages. */
  readonly channels?: readonly string[];
  /** Names, with `*` for any part of one. */
  readonly clusters?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly verbs?: readonly AccessVerb[];
}

/** Who may ask about what. */
export interface AccessPolicy {
  /** What no rule allows is refused, also when there is no rule at all. */
  readonly requireRules: boolean;
  /** Who can open what is refused, in words for a person. */
  readonly contact?: string;
  readonly rules: readonly AccessRule[];
  /** Namespaces whose data is told in private unless the channel has a rule for them. */
  readonly privateNamespaces: readonly string[];
}
