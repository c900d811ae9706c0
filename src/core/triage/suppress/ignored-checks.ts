import { nearest } from '../../ask/nearest.ts';
import { badRequest } from '../../problem/problem.ts';
import type { Labels } from '../../model/kinds/meta.ts';
import { allChecks } from '../all-checks.ts';

/** Annotations on a Service by which its owner silences checks for it. */
export const ignoreAnnotation = 'k8s-svc.io/ignore';
export const ignoreReasonAnnotation = 'k8s-svc.io/ignore-reason';

export interface IgnoredChecks {
  readonly ids: ReadonlySet<string>;
  /** Words in the annotation that are no check, with the id that was probably meant. */
  readonly unknown: readonly UnknownCheck[];
  readonly reason?: string;
}

export interface UnknownCheck {
  readonly word: string;
  readonly near?: string;
}

const known: ReadonlySet<string> = new Set(allChecks.map((check) => check.id));
const none: IgnoredChecks = { ids: new Set(), unknown: [] };

/** `k8s-svc.io/ignore: lb-pending, no-redundancy` on a Service: ids of checks, apart by commas or spaces. */
export function ignoredChecksOf(annotations: Labels): IgnoredChecks {
  const value = annotations[ignoreAnnotation];
  if (value === undefined) return none;
  const words = [...new Set(value.toLowerCase().split(/[\s,;]+/u))].filter((word) => word !== '');
  const reason = annotations[ignoreReasonAnnotation]?.trim() ?? '';
  return {
    ids: new Set(words.filter((word) => known.has(word))),
    unknown: words.filter((word) => !known.has(word)).map(unknownCheck),
    ...(reason === '' ? {} : { reason }),
  };
}

/** Ids of checks that the configuration silences everywhere. Throws a bad-request Problem for a word that is no check. */
export function parseIgnoreList(words: readonly string[]): ReadonlySet<string> {
  const ids = words.flatMap((one) => one.split(/[\s,;]+/u)).filter((word) => word !== '');
  for (const id of ids) {
    if (known.has(id)) continue;
    const { near } = unknownCheck(id);
    throw badRequest(
      `There is no check "${id}" to ignore.`,
      near === undefined ? 'help triage lists them.' : `Did you mean ${near}?`,
    );
  }
  return new Set(ids);
}

function unknownCheck(word: string): UnknownCheck {
  const [near] = nearest(word, known, 1);
  return near === undefined ? { word } : { word, near };
}
