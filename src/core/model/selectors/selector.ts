import type { Labels } from '../kinds/meta.ts';

/**
 * True when `labels` has every pair of `selector`. An empty selector matches nothing here: the API leaves a Service
 * without selector to hand-made EndpointSlices.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function selectorMatches(selector: Labels, labels: Labels): boolean {
  const pairs = Object.entries(selector);
  return pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value);
}

/** `app=web,tier=front`, as kubectl's -l takes it. */
export function formatSelector(selector: Labels): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
