import type { Labels, ObjectRef } from '../kinds/meta.ts';
import { slipBetween } from './slip.ts';

/** One label set that a selector might have meant: a workload's template or a pod of its own. */
export interface LabelCandidate {
  readonly object: ObjectRef;
  readonly labels: Labels;
}

export interface LabelSlip {
  /** The pair in the selector. */
  readonly key: string;
  readonly value: string;
  /** The pair that the pods carry instead. */
  readonly rightKey: string;
  readonly rightValue: string;
}

export interface NearMatch {
  readonly candidate: LabelCandidate;
  readonly slips: readonly LabelSlip[];
}

/** Keys under which people put the same name. Source: kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const nameKeys = new Set([
  'app',
  'name',
  'k8s-app',
  'run',
  'service',
  'component',
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
]);

/** Labels that a controller writes by itself are never what a person meant. */
const controllerKeys =
  /^(pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/.*|apps\.kubernetes\.io\/.*|batch\.kubernetes\.io\/.*)$/u;

/**
 * The one candidate that the selector misses by a slip: at most one value is misspelt, or pairs stand under another
 * key. undefined when none is near, or when several are equally near (then a person has to choose).
 */
export function nearestLabels(
  selector: Labels,
  candidates: readonly LabelCandidate[],
  serviceName: string,
): NearMatch | undefined {
  const scored = candidates
    .flatMap((candidate) => {
      const match = slipsOf(selector, candidate);
      return match === undefined ? [] : [{ ...match, other: candidate.object.name === serviceName ? 0 : 1 }];
    })
    .sort((a, b) => a.far - b.far || a.other - b.other);
  const [best, second] = scored;
  if (best === undefined) return undefined;
  if (second !== undefined && second.far === best.far && second.other === best.other && !sameFix(best.slips, second.slips))
    return undefined;
  return { candidate: best.candidate, slips: best.slips };
}

function slipsOf(selector: Labels, candidate: LabelCandidate): (NearMatch & { readonly far: number }) | undefined {
  const slips: LabelSlip[] = [];
  let misspelt = 0;
  let far = 0;
  for (const [key, value] of Object.entries(selector)) {
    if (candidate.labels[key] === value) continue;
    const moved = movedKey(key, value, selector, candidate.labels);
    if (moved !== undefined) {
      slips.push({ key, value, rightKey: moved.key, rightValue: value });
      far += moved.far;
      continue;
    }
    const carried = candidate.labels[key];
    const edits = carried === undefined ? undefined : slipBetween(carried, value);
    if (carried === undefined || edits === undefined) return undefined;
    slips.push({ key, value, rightKey: key, rightValue: carried });
    misspelt += 1;
    far += 2 + edits;
  }
  return slips.length === 0 || misspelt > 1 ? undefined : { candidate, slips, far };
}

/** The key under which the candidate carries this value; usual name keys and near spellings before any other. */
function movedKey(key: string, value: string, selector: Labels, labels: Labels): { key: string; far: number } | undefined {
  let best: { key: string; far: number } | undefined;
  for (const [other, carried] of Object.entries(labels)) {
    if (carried !== value || other in selector || controllerKeys.test(other)) continue;
    const far = slipBetween(other, key) !== undefined ? 1 : nameKeys.has(other) && nameKeys.has(key) ? 1 : 4;
    if (best === undefined || far < best.far) best = { key: other, far };
  }
  return best;
}

function sameFix(a: readonly LabelSlip[], b: readonly LabelSlip[]): boolean {
  const fix = (slips: readonly LabelSlip[]) => slips.map((slip) => `${slip.key}>${slip.rightKey}=${slip.rightValue}`).join();
  return fix(a) === fix(b);
}
