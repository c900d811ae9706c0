import type { AccessPolicy, AccessRule, AccessVerb } from './access-rule.ts';
import { matchesPattern } from './matches-pattern.ts';

/** Who asks, and where. */
export interface Who {
  readonly userId: string;
  readonly channelId: string;
  /** Undefined: it cannot be told. Then a group neither allows this person nor spares them. */
  inGroup(groupId: string): boolean | undefined;
}

/** What is to be read, or shown to others. */
export interface What {
  readonly verb: AccessVerb;
  readonly cluster: string;
  readonly namespace: string;
}

export type Decision = 'allowed' | 'denied' | 'not-allowed';

/**
 * Whether somebody may read a namespace: a deny rule wins over any other; what no rule is about is open, unless rules are
 * required. The order of the rules does not matter.
 */
export function decide(policy: AccessPolicy, who: Who, what: What): Decision {
  const about = (rule: AccessRule) => isAbout(rule, who, what) && listed(rule.namespaces, what.namespace);
  if (policy.rules.some((rule) => rule.effect === 'deny' && about(rule))) return 'denied';
  const allowed = policy.rules.some((rule) => rule.effect === 'allow' && about(rule));
  return allowed || !needsRule(policy, what.verb) ? 'allowed' : 'not-allowed';
}

/** Whether there can be a namespace of the cluster that somebody may read. */
export function decideCluster(policy: AccessPolicy, who: Who, what: Omit<What, 'namespace'>): Decision {
  const whole = (rule: AccessRule) => rule.namespaces === undefined || rule.namespaces.includes('*');
  const about = (rule: AccessRule) => isAbout(rule, who, what);
  if (policy.rules.some((rule) => rule.effect === 'deny' && about(rule) && whole(rule))) return 'denied';
  const allowed = policy.rules.some((rule) => rule.effect === 'allow' && about(rule));
  return allowed || !needsRule(policy, what.verb) ? 'allowed' : 'not-allowed';
}

/** Whether a deny rule names the namespace: then it is not even read as what every Service needs. */
export function isDenied(policy: AccessPolicy, who: Who, what: What): boolean {
  return decide({ ...policy, requireRules: false }, who, what) === 'denied';
}

/** A namespace whose data others must not read along, unless an allow rule names this channel with it. */
export function isPrivate({ privateNamespaces, rules }: AccessPolicy, channelId: string, what: Omit<What, 'verb'>): boolean {
  if (!listed(privateNamespaces, what.namespace)) return false;
  return !rules.some(
    (rule) =>
      rule.effect === 'allow' &&
      rule.channels?.includes(channelId) === true &&
      rule.namespaces !== undefined &&
      listed(rule.namespaces, what.namespace) &&
      listed(rule.clusters, what.cluster),
  );
}

/** Showing others is never open by itself, and no rule gives it that does not say so. */
function needsRule({ requireRules }: AccessPolicy, verb: AccessVerb): boolean {
  return requireRules || verb === 'share';
}

function isAbout(rule: AccessRule, who: Who, { verb, cluster }: Omit<What, 'namespace'>): boolean {
  const ofVerb = rule.verbs === undefined ? verb !== 'share' || rule.effect === 'deny' : rule.verbs.includes(verb);
  const ofChannel = rule.channels === undefined || rule.channels.includes(who.channelId);
  return ofVerb && ofChannel && listed(rule.clusters, cluster) && isOf(rule, who);
}

function isOf({ effect, users, groups }: AccessRule, who: Who): boolean {
  if (users === undefined && groups === undefined) return true;
  if (users?.includes(who.userId) === true) return true;
  // Of whom it cannot be told, the worst is taken.
  return groups?.some((group) => who.inGroup(group) ?? effect === 'deny') === true;
}

function listed(patterns: readonly string[] | undefined, name: string): boolean {
  return patterns === undefined || patterns.some((pattern) => matchesPattern(pattern, name));
}
