import type { Finding, SkippedCheck } from '../../answer/answer.ts';
import { coverKey, isSame, refOf, type KubernetesObject, type ObjectRef } from '../../model/kinds/meta.ts';
import { isServiceRef } from '../../model/kinds/route.ts';
import { selectsPods, type Service } from '../../model/kinds/service.ts';
import { lookupOf } from '../../model/lookup.ts';
import { neighbourhoodOf } from '../../model/neighbourhood.ts';
import type { Observed } from '../../model/observed.ts';
import { viewOf, viewService } from '../../model/service-view.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { allChecks } from '../all-checks.ts';
import type { Check, Draft, Theme } from '../check.ts';
import { rankFindings } from '../rank.ts';
import { runChecks, type Outcome } from '../run-checks.ts';
import { toSkipped } from '../triage-service.ts';
import { clashesOf } from './clashes.ts';
import { withStepsForDraft } from './steps-for-drafts.ts';
import { allDrafts, draftedResources, isSameObject, type Drafted } from './drafted.ts';
import { withDrafts } from './with-drafts.ts';

export interface DraftVerdict {
  /** What is wrong with the drafts, or would be once they are applied; warnings and worse. */
  readonly findings: readonly Finding[];
  /** Trouble that is there whatever the drafts say: pods that crash, the cluster's DNS. */
  readonly around: readonly Finding[];
  /** Checks of what the drafts say that could not run: with one of them nothing is proven. */
  readonly skipped: readonly SkippedCheck[];
}

/** Themes about how what runs already does: no manifest causes that, and none mends it. */
const ofWhatRuns: ReadonlySet<Theme> = new Set(['workload', 'pods', 'cluster']);
/** Themes in which a symptom is only that no controller has answered yet, which a draft cannot have expected. */
const ofControllers: ReadonlySet<Theme> = new Set(['load-balancer', 'ingress', 'gateway']);

/**
 * A load balancer that was there for a while has shown by its events who looks after it. Of a draft nothing is known
 * but the cluster around it: what only makes the finding better there is needed here.
 */
const checks: readonly Check[] = allChecks.map((check) =>
  check.theme === 'load-balancer' ? { ...check, needs: [...check.needs, ...check.uses], uses: [] } : check,
);
const byId = new Map(allChecks.map((check) => [check.id, check]));

/** Runs every check on the cluster as if the drafts had just been applied to it. */
export function judgeDrafts(base: Snapshot, drafted: Drafted): DraftVerdict {
  const after = withDrafts(base, drafted);
  const namespaces = [...new Set(allDrafts(drafted).map((one) => one.metadata.namespace))];
  const runs = [
    ...[...drafted.services, ...servicesBehind(base, drafted)].map((service) => judgeService(after, service)),
    ...namespaces.map((namespace) => judgeNamespace(base, after, namespace, drafted)),
  ];
  const fresh = allDrafts(drafted).filter((draft) => !isThere(base, draft));
  const found = [...clashesOf(base, drafted), ...runs.flatMap((run) => run.findings)];
  const ranked = withoutTwins(
    found.map((one) => (fresh.some((draft) => isSame(one.object, refOf(draft))) ? withStepsForDraft(one) : one)),
  );
  return {
    findings: ranked.filter((finding) => !isAround(finding, ranked)),
    around: ranked.filter((finding) => isAround(finding, ranked)),
    skipped: [...new Map(runs.flatMap((run) => run.skipped).map((one) => [one.check, one])).values()],
  };
}

/** Services that are there and that a drafted Ingress or route leads to: what is wrong with them is wrong with it. */
function servicesBehind(base: Snapshot, { services, ingresses, httproutes }: Drafted): readonly Service[] {
  const find = lookupOf(base, 'services');
  const targets = [
    ...ingresses.flatMap(({ metadata, spec }) =>
      [spec.defaultBackend, ...spec.paths.map((path) => path.backend)].map(
        (one) => [metadata.namespace, one?.service] as const,
      ),
    ),
    ...httproutes.flatMap(({ spec }) =>
      spec.rules.flatMap((rule) => rule.backendRefs.filter(isServiceRef).map((ref) => [ref.namespace, ref.name] as const)),
    ),
  ];
  const found = targets.map(([namespace, name]) => (name === undefined ? 'missing' : find(namespace, name)));
  const there = new Set(found.filter((one) => typeof one === 'object'));
  return [...there].filter((one) => !services.some((draft) => isSameObject(draft, one)));
}

function isThere(base: Snapshot, draft: KubernetesObject): boolean {
  return draftedResources.some((resource) => {
    const list: Observed<readonly KubernetesObject[]> = base.in(resource, draft.metadata.namespace);
    return list.read && list.value.some((one) => isSameObject(one, draft));
  });
}

interface Run {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedCheck[];
}

function judgeService(after: Snapshot, draft: Service): Run {
  const { namespace, name } = draft.metadata;
  const neighbourhood = neighbourhoodOf(after, namespace);
  const there = neighbourhood.services;
  const service = (there.read ? there.value.find((one) => one.metadata.name === name) : undefined) ?? draft;
  const outcomes = runChecks(checks, viewOf(after, service, neighbourhood), 'service');
  const ranked = rankFindings(outcomes, { kind: 'Service', namespace, name });
  return {
    findings: ranked.filter((finding) => finding.severity !== 'info' && !isUnanswered(finding)),
    skipped: outcomes.filter(({ check }) => concerns(check, service)).flatMap(toSkipped),
  };
}

/** What stands beside the Services: what is said of a drafted object, and what was not there before it. */
function judgeNamespace(base: Snapshot, after: Snapshot, namespace: string, drafted: Drafted): Run {
  const run = (snapshot: Snapshot) => runChecks(checks, viewService(snapshot, namespace, ''), 'namespace');
  const before = new Set(run(base).flatMap(keysOf));
  const drafts = allDrafts(drafted).filter((one) => one.metadata.namespace === namespace);
  const outcomes = run(after);
  const concerning = outcomes.map((outcome): Outcome => {
    if (outcome.is !== 'found') return outcome;
    const fresh = outcome.drafts.filter((draft) => isAbout(draft, drafts) || !before.has(keyOf(outcome.check, draft)));
    return fresh.length === 0 ? { check: outcome.check, is: 'clear' } : { ...outcome, drafts: fresh };
  });
  const entries = drafted.ingresses.length + drafted.httproutes.length > 0;
  const about = concerning.filter(({ check }) => check.about === 'namespace');
  const ranked = rankFindings(about, { kind: 'Namespace', name: namespace });
  return {
    findings: ranked.filter((finding) => finding.severity !== 'info' && !isUnanswered(finding)),
    skipped: entries ? about.filter(({ check }) => !ofWhatRuns.has(check.theme)).flatMap(toSkipped) : [],
  };
}

function keysOf(outcome: Outcome): readonly string[] {
  return outcome.is === 'found' ? outcome.drafts.map((draft) => keyOf(outcome.check, draft)) : [];
}

function keyOf(check: Check, { object }: Draft): string {
  return `${check.id} ${object?.kind ?? ''}/${object?.namespace ?? ''}/${object?.name ?? ''}`;
}

function isAbout({ object, pods = [] }: Draft, drafts: readonly KubernetesObject[]): boolean {
  return drafts.some((one) => pods.includes(coverKey(one)) || (object !== undefined && isSame(object, refOf(one))));
}

/** Whether what the check reads matters to this draft: what cannot run is only missed where it could have spoken. */
function concerns(check: Check, service: Service): boolean {
  if (ofWhatRuns.has(check.theme) || check.severity === 'info') return false;
  if (check.theme === 'load-balancer') return service.spec.type === 'LoadBalancer' || service.spec.externalIPs.length > 0;
  if (check.theme === 'external-name') return service.spec.type === 'ExternalName';
  return selectsPods(service) || (check.theme !== 'network-policy' && check.theme !== 'stateful');
}

function isUnanswered({ check }: Finding): boolean {
  const found = byId.get(check);
  return found?.kind === 'symptom' && ofControllers.has(found.theme);
}

function isAround(finding: Finding, all: readonly Finding[]): boolean {
  const theme = byId.get(finding.check)?.theme;
  if (finding.explainedBy === undefined) return theme !== undefined && ofWhatRuns.has(theme);
  const head = all.find((one) => one.check === finding.explainedBy);
  return head !== undefined && head !== finding && isAround(head, all);
}

function withoutTwins(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ check, object, evidence }: Finding) => `${check} ${nameOf(object)} ${JSON.stringify(evidence)}`;
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}

function nameOf({ kind, namespace = '', name }: ObjectRef): string {
  return `${kind}/${namespace}/${name}`;
}
