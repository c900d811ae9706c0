import { distance } from 'fastest-levenshtein';
import type { Labels } from '../kinds/meta.ts';
import { keyGroups, notOnlyForLoadBalancers, type KeyGroup, type KeyOwner } from './load-balancer-keys.ts';

export type Misread =
  | { readonly why: 'misspelt'; readonly key: string; readonly value: string; readonly meant: string }
  | { readonly why: 'value'; readonly key: string; readonly value: string; readonly takes: string }
  | { readonly why: 'other-provider'; readonly key: string; readonly value: string; readonly owner: KeyOwner }
  | { readonly why: 'no-load-balancer'; readonly key: string; readonly value: string };

const understoodBooleans = /^(?:true|false|t|f|1|0)$/iu;

/**
 * Load balancer annotations that no controller acts on: misspelt, with a value that it does not take, of another provider
 * than the cluster's, or on a Service that has no load balancer. An unknown key with nothing near it is left alone: other
 * controllers have their own. `cloud` undefined: the provider is not known.
 */
export function misreadAnnotations(
  annotations: Labels,
  isLoadBalancer: boolean,
  cloud: 'aws' | 'gce' | 'azure' | undefined,
): readonly Misread[] {
  const known = Object.entries(annotations).flatMap(([key, value]) => {
    const group = keyGroups.find((one) => key.startsWith(one.prefix));
    return group === undefined ? [] : [{ key, value, group, rest: key.slice(group.prefix.length) }];
  });
  if (!isLoadBalancer) {
    return known
      .filter(({ key, group, rest }) => rest in group.keys && !notOnlyForLoadBalancers.has(key))
      .map(({ key, value }) => ({ why: 'no-load-balancer', key, value }));
  }
  const ofCloud = known.some(({ group, rest }) => group.owner === cloud && rest in group.keys);
  return known.flatMap(({ key, value, group, rest }): readonly Misread[] => {
    if (!(rest in group.keys)) {
      const meant = nearest(rest, group);
      return meant === undefined ? [] : [{ why: 'misspelt', key, value, meant: group.prefix + meant }];
    }
    // Several complete sets are a manifest for several clouds: each takes its own.
    if (cloud !== undefined && group.owner !== 'metallb' && group.owner !== cloud) {
      return ofCloud || notOnlyForLoadBalancers.has(key) ? [] : [{ why: 'other-provider', key, value, owner: group.owner }];
    }
    const takes = refusedValue(group, rest, value);
    return takes === undefined ? [] : [{ why: 'value', key, value, takes }];
  });
}

/** What the key would take; undefined when the value is fine. */
function refusedValue(group: KeyGroup, rest: string, value: string): string | undefined {
  const takes = group.keys[rest];
  if (takes === undefined) return undefined;
  if (takes !== 'boolean') return takes.includes(value) ? undefined : takes.filter((one) => /^[\w-]+$/u.test(one)).join(' or ');
  // The oldest form of the AWS key took a range for "true".
  if (understoodBooleans.test(value) || (rest === 'load-balancer-internal' && value === '0.0.0.0/0')) return undefined;
  return 'true or false';
}

/** A key of the group one to three letters away; a short key must be nearer, or everything would be near. */
function nearest(rest: string, group: KeyGroup): string | undefined {
  return Object.keys(group.keys)
    .map((key) => ({ key, edits: distance(key.toLowerCase(), rest.toLowerCase()) }))
    .filter(({ key, edits }) => edits <= Math.min(3, Math.max(1, Math.floor(key.length / 4))))
    .sort((a, b) => a.edits - b.edits)[0]?.key;
}
