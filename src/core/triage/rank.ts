import type { Finding, Role, Severity } from '../answer/answer.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import { themes, type Check, type Draft } from './check.ts';
import type { Outcome } from './run-checks.ts';

interface Found {
  readonly check: Check;
  readonly draft: Draft;
  readonly severity: Severity;
}

const severityOrder: readonly Severity[] = ['critical', 'warning', 'info'];
const kindOrder = ['cause', 'symptom', 'note'] as const;

/**
 * Orders what was found for one Service: what another finding explains (transitively, and only as far as it covers the
 * same pods) stands beneath it as a symptom; the heaviest of the rest is the root cause, the others are independent.
 */
export function rankFindings(outcomes: readonly Outcome[], service: ObjectRef): readonly Finding[] {
  const found = outcomes
    .filter((outcome) => outcome.is === 'found')
    .flatMap(({ check, drafts }) => drafts.map((draft) => toFound(check, draft)))
    .sort(byWeight);
  const explainedBy = new Map<Found, Found>();
  for (const one of found) {
    const explainer = explainerOf(one, found);
    if (explainer !== undefined) explainedBy.set(one, explainer);
  }
  const heads = found.filter((one) => !explainedBy.has(one));
  const ordered = heads.flatMap((head) => [head, ...found.filter((one) => headOf(one, explainedBy) === head && one !== head)]);
  return ordered.map((one) => {
    const by = explainedBy.get(one);
    const role: Role = by !== undefined ? 'symptom' : one === heads[0] && isTrouble(one) ? 'root-cause' : 'independent';
    return {
      check: one.check.id,
      title: one.check.title,
      severity: one.severity,
      role,
      ...(by === undefined ? {} : { explainedBy: by.check.id }),
      object: one.draft.object ?? service,
      say: one.draft.say,
      evidence: one.draft.evidence,
      next: one.draft.next,
      source: one.check.source,
    };
  });
}

/** A note is a word beside the answer, and info harms nobody: neither is what a person was called for. */
function isTrouble({ check, severity }: Found): boolean {
  return check.kind !== 'note' && severity !== 'info';
}

function toFound(check: Check, draft: Draft): Found {
  return { check, draft, severity: draft.severity ?? check.severity };
}

function byWeight(a: Found, b: Found): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    kindOrder.indexOf(a.check.kind) - kindOrder.indexOf(b.check.kind) ||
    themes.indexOf(a.check.theme) - themes.indexOf(b.check.theme)
  );
}

/**
 * The finding that explains this one: the one that covers most of its pods, if all explaining findings together cover
 * them all. A cause that harms some pods does not explain that all of them are gone.
 */
function explainerOf(symptom: Found, found: readonly Found[]): Found | undefined {
  const explaining = found.filter(
    (other) => other !== symptom && other.check.explains.includes(symptom.check.id) && !explainsBack(symptom, other),
  );
  const pods = symptom.draft.pods;
  if (pods === undefined || pods.length === 0) {
    // A symptom of the whole Service; a cause that is milder than it harms only part of the backends.
    return explaining.find(
      (other) =>
        other.draft.pods === undefined || severityOrder.indexOf(other.severity) <= severityOrder.indexOf(symptom.severity),
    );
  }
  const covered = (other: Found) => pods.filter((pod) => other.draft.pods === undefined || other.draft.pods.includes(pod));
  if (new Set(explaining.flatMap(covered)).size < new Set(pods).size) return undefined;
  return explaining.toSorted((a, b) => covered(b).length - covered(a).length || byWeight(a, b))[0];
}

/** Two checks that name each other would both vanish; the heavier one stays. */
function explainsBack(symptom: Found, other: Found): boolean {
  return symptom.check.explains.includes(other.check.id) && byWeight(symptom, other) <= 0;
}

function headOf(one: Found, explainedBy: ReadonlyMap<Found, Found>): Found {
  let head = one;
  for (let depth = 0; depth < 20; depth += 1) {
    const next = explainedBy.get(head);
    if (next === undefined) return head;
    head = next;
  }
  return head;
}
