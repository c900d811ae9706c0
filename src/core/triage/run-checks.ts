import type { UnreadResource } from '../model/observed.ts';
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
  const target = { namespace: view.namespace, name: view.name };
  const now = view.snapshot.takenAt;

  const run = (check: Check, sofar: SoFar): Outcome => {
    const facts: Record<string, unknown> = { target, now, sofar, alone: mode === 'alone' };
    const unread: UnreadResource[] = [];
    for (const name of check.needs) {
      const value = fact(name);
      if (value.read) facts[name] = value.value;
      else unread.push(...value.unread);
    }
    const missing = unread.filter((one) => one.why !== 'cannot-matter');
    if (missing.length > 0) return { check, is: 'skipped', unread: missing };
    if (unread.length > 0) return { check, is: 'clear' };
    for (const name of check.uses) {
      const value = fact(name);
      if (value.read) facts[name] = value.value;
    }
    const drafts = check.find(facts as unknown as Given & Partial<Facts>);
    return drafts.length === 0 ? { check, is: 'clear' } : { check, is: 'found', drafts };
  };

  const applying = checks.filter((check) => applies(check, view, mode));
  const outcomes: Outcome[] = applying.filter((check) => !check.last).map((check) => run(check, nothingYet));
  for (const check of applying.filter((one) => one.last)) outcomes.push(run(check, sumUp(outcomes)));
  return outcomes;
}

function applies(check: Check, view: ServiceView, mode: RunMode): boolean {
  if (check.drafted) return false;
  if (mode === 'alone') return !view.missing || check.whenMissing;
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
