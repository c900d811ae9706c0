import type { Observed, UnreadResource } from '../model/observed.ts';
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
  const { first, last } = applying(checks, mode, view.missing);
  // One object for all checks: a check sees by its types what it declared, and a fact is in it only when it was read.
  const facts: Record<string, unknown> = {
    target: { namespace: view.namespace, name: view.name },
    now: view.snapshot.takenAt,
    alone: mode === 'alone',
    sofar: nothingYet,
  };
  const derived: (Observed<unknown> | undefined)[] = [];
  const derive = (fact: number): Observed<unknown> => {
    const name = factNames[fact] as FactName;
    const value = derivations[name].from(view);
    derived[fact] = value;
    if (value.read) facts[name] = value.value;
    return value;
  };

  const run = ({ check, needs, uses, clear }: Step): Outcome => {
    let unread: UnreadResource[] | undefined;
    for (const fact of needs) {
      const value = derived[fact] ?? derive(fact);
      if (!value.read) (unread ??= []).push(...value.unread);
    }
    if (unread !== undefined) {
      const missing = unread.filter((one) => one.why !== 'cannot-matter');
      return missing.length > 0 ? { check, is: 'skipped', unread: missing } : clear;
    }
    for (const fact of uses) if (derived[fact] === undefined) derive(fact);
    const drafts = check.find(facts as unknown as Given & Partial<Facts>);
    return drafts.length === 0 ? clear : { check, is: 'found', drafts };
  };

  const outcomes = first.map(run);
  for (const step of last) {
    facts['sofar'] = sumUp(outcomes);
    outcomes.push(run(step));
  }
  return outcomes;
}

const factNames = Object.keys(derivations) as readonly FactName[];
const indexOf = new Map(factNames.map((name, index) => [name, index]));

/** A check made ready for thousands of Services: its facts by number, and what it gives when it finds nothing. */
interface Step {
  readonly check: Check;
  readonly needs: readonly number[];
  readonly uses: readonly number[];
  readonly clear: Outcome;
}

function stepOf(check: Check): Step {
  const numbers = (names: readonly FactName[]) => names.flatMap((name) => indexOf.get(name) ?? []);
  return { check, needs: numbers(check.needs), uses: numbers(check.uses), clear: { check, is: 'clear' } };
}

interface Applying {
  readonly first: readonly Step[];
  readonly last: readonly Step[];
}

const chosen = perList<Check, Map<string, Applying>>(() => new Map());

/** Chosen once: a scan asks for the same checks thousands of times. */
function applying(checks: readonly Check[], mode: RunMode, isMissing: boolean): Applying {
  const known = chosen(checks);
  const key = `${mode} ${isMissing}`;
  let found = known.get(key);
  if (found === undefined) {
    const all = checks.filter((check) => applies(check, isMissing, mode));
    found = { first: all.filter((check) => !check.last).map(stepOf), last: all.filter((check) => check.last).map(stepOf) };
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
  if (outcomes.every((one) => one.is === 'clear')) return nothingYet;
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
