import { array, number, raw, type Raw } from './raw.ts';

/** True when a condition was written for an older generation of the object: the controller has not looked since the edit. */
export function isStale(object: Raw, conditions: unknown): boolean {
  const generation = number(raw(object['metadata'])['generation'], 0);
  return array(conditions).some((condition) => {
    const observed = number(raw(condition)['observedGeneration'], 0);
    return observed > 0 && observed < generation;
  });
}
