import type { Finding, SkippedCheck, SuppressedFinding } from '../answer/answer.ts';
import type { Neighbourhood } from '../model/neighbourhood.ts';
import type { UnreadResource } from '../model/observed.ts';
import { grantFor, resources, type ResourceName } from '../model/resources.ts';
import type { ServiceView } from '../model/service-view.ts';
import { viewOf, viewService } from '../model/service-view.ts';
import { isSame, type ObjectRef } from '../model/kinds/meta.ts';
import type { Service } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { allChecks } from './all-checks.ts';
import { ignoredChecksOf, type UnknownCheck } from './suppress/ignored-checks.ts';
import { rankFindings } from './rank.ts';
import { runChecks, type Outcome, type RunMode } from './run-checks.ts';
import { suppressFindings } from './suppress/suppress-findings.ts';

/** What triage knows about one Service: findings worst first, what could not be checked, what came out clear. */
export interface ServiceTriage {
  readonly namespace: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  /** What the Service's annotation and the configuration silence. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Words in that annotation that are no check. */
  readonly unknownIgnores: readonly UnknownCheck[];
  readonly skipped: readonly SkippedCheck[];
  readonly clear: readonly string[];
}

const none: ReadonlySet<string> = new Set();

/** With mode 'alone' notes are given too that would be noise in a scan. `configured`: ids of checks that are silenced everywhere. */
export function triageView(view: ServiceView, mode: RunMode, configured: ReadonlySet<string> = none): ServiceTriage {
  const outcomes = runChecks(allChecks, view, mode);
  const self: ObjectRef =
    mode === 'namespace'
      ? { kind: 'Namespace', name: view.namespace }
      : { kind: 'Service', namespace: view.namespace, name: view.name };
  const ranked = rankFindings(outcomes, self).map((finding) => withService(finding, self));
  const ignored = ignoredChecksOf(view.service?.metadata.annotations ?? {});
  const own = suppressFindings(ranked, ignored, 'annotation');
  const rest = suppressFindings(own.findings, { ids: configured }, 'config');
  const clear: string[] = [];
  const skipped: SkippedCheck[] = [];
  for (const outcome of outcomes) {
    if (outcome.is === 'skipped') skipped.push(...toSkipped(outcome));
    else if (outcome.is === 'clear' && !outcome.check.last) clear.push(outcome.check.id);
  }
  return {
    namespace: view.namespace,
    name: view.name,
    findings: rest.findings,
    suppressed: [...own.suppressed, ...rest.suppressed],
    unknownIgnores: ignored.unknown,
    skipped,
    clear,
  };
}

/**
 * A scan of one namespace, one by one: each of its Services, and what stands beside them (with the name ''). `namespace` may
 * have no Service at all: a route in it can still be broken.
 */
export function* triageEach(
  snapshot: Snapshot,
  neighbourhood: Neighbourhood,
  services: readonly Service[],
  configured: ReadonlySet<string> = none,
): Generator<ServiceTriage, void> {
  for (const service of services) yield triageView(viewOf(snapshot, service, neighbourhood), 'service', configured);
  yield triageView(viewService(snapshot, neighbourhood.namespace, '', neighbourhood), 'namespace', configured);
}

/** The same at once. */
export function triageNeighbourhood(...args: Parameters<typeof triageEach>): readonly ServiceTriage[] {
  return [...triageEach(...args)];
}

/** Whoever reads the findings of many Services has to know to which of them one about a node or an Ingress belongs. */
function withService(finding: Finding, self: ObjectRef): Finding {
  return self.kind !== 'Service' || isSame(finding.object, self) ? finding : { ...finding, service: self };
}

/** What a check that could not run lacked; nothing for one that ran. */
export function toSkipped(outcome: Outcome): readonly SkippedCheck[] {
  if (outcome.is !== 'skipped') return [];
  const unread = [...new Map(outcome.unread.map((one) => [grantOf(one), one])).values()];
  return [
    {
      check: outcome.check.id,
      unread: [...new Set(unread.map((one) => one.resource))],
      grant: [...new Set(unread.map(grantOf))].join(', '),
    },
  ];
}

/** What makes it readable: a permission, or for a dump the kind to add. */
export function grantOf(unread: UnreadResource): string {
  switch (unread.why) {
    case 'not-in-dump':
      return `add ${unread.resource} to the dump`;
    case 'not-served':
      return `the cluster does not serve ${unread.resource}`;
    case 'timed-out':
    case 'cut-short':
    case 'unreachable':
      return `try again: ${unread.resource} did not arrive`;
    case 'not-asked':
    case 'cannot-matter':
      return `ask about the Service alone: ${unread.resource} were not read`;
    case 'not-open':
      return 'a rule in the configuration of k8s-svc: not all namespaces are open to you here';
    case 'forbidden':
      return grantFor(unread.resource, isNamespaced(unread.resource) ? unread.namespace : undefined);
    default:
      return unread.why satisfies never;
  }
}

function isNamespaced(resource: string): boolean {
  return resource in resources && resources[resource as ResourceName].namespaced;
}
