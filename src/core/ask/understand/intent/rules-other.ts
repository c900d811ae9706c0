import { otherFields } from '../data/other-fields.ts';

/** The heaviest other field that the message touches. */
export function findOtherField(canonical: string): { field: string; weight: number; inKubernetes: boolean } | undefined {
  const found = otherFields.filter((one) => one.when.test(canonical)).sort((a, b) => b.weight - a.weight);
  const [first, ...rest] = found;
  return first === undefined
    ? undefined
    : { field: first.field, weight: first.weight + rest.length, inKubernetes: first.inKubernetes === true };
}
