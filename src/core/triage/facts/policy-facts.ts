import { bothObserved, observed, type Observed } from '../../model/observed.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import type { ServiceView } from '../../model/service-view.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { guardedPods, needsInhabitants, type GuardedPods } from '../../network-policy/admission.ts';
import { inhabitants, type Inhabitants } from '../../network-policy/inhabitants.ts';

/** How the facts about NetworkPolicies are had from the view of one Service. */

const guarded = new WeakMap<ServiceView, Observed<readonly GuardedPods[]>>();
const everybody = new WeakMap<Snapshot, Observed<Inhabitants>>();
const nobody = inhabitants([], []);

export function guardedPodsOf(view: ServiceView): Observed<readonly GuardedPods[]> {
  let found = guarded.get(view);
  if (found === undefined) {
    found = bothObserved(view.snapshot.in('networkpolicies', view.namespace), view.selectedPods, (policies, pods) =>
      view.service === undefined ? [] : guardedPods('ingress', view.service, pods.filter(isLive), policies),
    );
    guarded.set(view, found);
  }
  return found;
}

/** One for all Services of a snapshot. Without a rule that selects pods or namespaces nobody has to be known. */
export function inhabitantsFor(view: ServiceView): Observed<Inhabitants> {
  const pods = guardedPodsOf(view);
  if (!pods.read) return pods;
  return needsInhabitants(pods.value) ? inhabitantsOf(view.snapshot) : observed(nobody);
}

function inhabitantsOf(snapshot: Snapshot): Observed<Inhabitants> {
  let found = everybody.get(snapshot);
  if (found === undefined) {
    found = bothObserved(snapshot.all('pods'), snapshot.all('namespaces'), inhabitants);
    everybody.set(snapshot, found);
  }
  return found;
}
