import type { UnreadResource } from '../model/observed.ts';
import { perList } from '../model/per-list.ts';
import type { ServiceView } from '../model/service-view.ts';
import type { Check, Draft, Given, SoFar } from './check.ts';
import { derivations, type FactName, type Facts } from './facts/facts.ts';

export type Outcome =
  | { readonly check: Check; readonly is: 'found'; readonly drafts: readonly Draft[] }
  | { readonly check: Check; readonly is: 'clear' }
  | { readonly check: Check; readonly is: 'skipped'; readonly unread: readonly UnreadResource[] };

/**
 * alone: one Service was asked about (it may not exist) · service: one of many in a scan · namespace: what stands beside
 * the Services of a namespace, in a scan.
 */
export type RunMode = 'alone' | 'service' | 'namespace';

/** Runs every check that applies on one Service, or on a namespace. Facts are derived when the first check asks for them, once. */
export function runChecks(checks: readonly Check[], view: ServiceView, mode: RunMode): readonly Outcome[] {
  const derived = new Map<FactName, ReturnType<(typeof derivations)[FactName]['from']>>();
  const fact = (name: FactName) => {
    let value = derived.get(name);
    if (value === undefined) {
      value = derivations[name].from(view);
      derived.set(name, value);
    }
    return value;
  };
  // One object for all checks: a check sees by its types what it declared, and a fact is in it only when it was read.
  const facts: Record<string, unknown> = {
    target: { namespace: view.namespace, name: view.name },
    now: view.snapshot.takenAt,
    alone: mode === 'alone',
    sofar: nothingYet,
  };

  const run = (check: Check): Outcome => {
    let unread: UnreadResource[] | undefined;
    for (const name of check.needs) {
      const value = fact(name);
      if (value.read) facts[name] = value.value;
      else (unread ??= []).push(...value.unread);
    }
    if (unread !== undefined) {
      const missing = unread.filter((one) => one.why !== 'cannot-matter');
      return missing.length > 0 ? { check, is: 'skipped', unread: missing } : { check, is: 'clear' };
    }
    for (const name of check.uses) {
      const value = fact(name);
      if (value.read) facts[name] = value.value;
    }
    const drafts = check.find(facts as unknown as Given & Partial<Facts>);
    return drafts.length === 0 ? { check, is: 'clear' } : { check, is: 'found', drafts };
  };

  const { first, last } = applying(checks, mode, view.missing);
  const outcomes = first.map(run);
  for (const check of last) {
    facts['sofar'] = sumUp(outcomes);
    outcomes.push(run(check));
  }
  return outcomes;
}

interface Applying {
  readonly first: readonly Check[];
  readonly last: readonly Check[];
}

const chosen = perList<Check, Map<string, Applying>>(() => new Map());

/** Chosen once: a scan asks for the same checks thousands of times. */
function applying(checks: readonly Check[], mode: RunMode, isMissing: boolean): Applying {
  const known = chosen(checks);
  const key = `${mode} ${isMissing}`;
  let found = known.get(key);
  if (found === undefined) {
    const all = checks.filter((check) => applies(check, isMissing, mode));
    found = { first: all.filter((check) => !check.last), last: all.filter((check) => check.last) };
    known.set(key, found);
  }
  return found;
}

function applies(check: Check, isMissing: boolean, mode: RunMode): boolean {
  if (check.drafted) return false;
  if (mode === 'alone') return !isMissing || check.whenMissing;
  return !check.onlyAlone && (check.about === mode || check.about === 'both');
}

const nothingYet: SoFar = { skipped: [], trouble: false };

function sumUp(outcomes: readonly Outcome[]): SoFar {
  return {
    skipped: outcomes.flatMap((one) => (one.is === 'skipped' ? [{ check: one.check.id, unread: one.unread }] : [])),
    trouble: outcomes.some(
      (one) =>
        one.is === 'found' &&
        one.check.kind !== 'note' &&
        one.drafts.some((draft) => (draft.severity ?? one.check.severity) !== 'info'),
    ),
  };
}
