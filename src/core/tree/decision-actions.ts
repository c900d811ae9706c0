import type { Action, RecommendationType } from '../answer/answer.ts';
import { action } from '../answer/build.ts';
import { firstOf, type AskedFacts } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import { changeable } from '../manifest/changes/change-service.ts';
import { nameOf } from './answer-parts.ts';
import { besideOf } from './beside-of.ts';
import type { Area, ManifestRequest } from '../ask/request.ts';
import type { Origin } from './ask-of.ts';
import { statedFacts, type Proposal } from './propose.ts';

/** Buttons: what exists, then the next best type. */
export function decisionActions(proposal: Proposal, origin: Origin): readonly Action[] {
  const { cluster, decision } = proposal;
  const workload = cluster?.workload;
  const existing = workload?.services[0]?.metadata;
  const where = areaOf(proposal, origin);
  const other = decision.leaf.instead[0];
  return [
    ...meantActions(proposal, origin),
    ...(existing === undefined
      ? []
      : [
          action(
            `Explain ${existing.name}`,
            formatRequest({ verb: 'explain', services: [existing.name], ...where, namespace: existing.namespace }),
          ),
        ]),
    ...(existing === undefined || !canBecome(proposal)
      ? []
      : [
          action(
            `Change ${existing.name} instead`,
            formatRequest({
              verb: 'manifest',
              type: decision.leaf.recommend,
              workload: existing.name,
              patch: true,
              known: rest(proposal),
              ...where,
              namespace: existing.namespace,
            }),
          ),
        ]),
    ...(other === undefined ? [] : [manifestAction(proposal, origin, other.type, `${nameOf(other.type)} instead`)]),
  ];
}

/** The Service that is there is of another type, and of one that can be changed in place. */
function canBecome({ cluster, decision }: Proposal): boolean {
  const [service] = cluster?.workload?.services ?? [];
  if (service === undefined || !changeable.has(decision.leaf.template)) return false;
  const wanted = decision.leaf.recommend === 'LoadBalancer-internal' ? 'LoadBalancer' : decision.leaf.recommend;
  return service.spec.clusterIP !== 'None' && wanted !== 'Headless' && service.spec.type !== wanted;
}

/** The manifest of a type, whatever the tree says. */
export function manifestAction(proposal: Proposal, origin: Origin, type: RecommendationType, label: string): Action {
  const name = proposal.cluster?.workload?.name ?? firstOf(proposal.facts.workload);
  const request: ManifestRequest = {
    verb: 'manifest',
    type,
    ...(name === undefined ? {} : { workload: name }),
    known: rest(proposal),
    ...besideOf(proposal.hints),
    ...areaOf(proposal, origin),
  };
  return action(label, formatRequest(request));
}

/** Names that were perhaps meant instead of the one that does not exist. */
export function meantActions(proposal: Proposal, origin: Origin): readonly Action[] {
  const near = (proposal.cluster?.missing?.nearest ?? []).slice(0, 2);
  const where = areaOf(proposal, origin);
  return near.map((workload) =>
    action(
      `I mean ${workload}`,
      formatRequest({ verb: 'expose', workload, known: rest(proposal), ...besideOf(proposal.hints), ...where }),
    ),
  );
}

function areaOf({ cluster, facts }: Proposal, origin: Origin): Pick<Area, 'namespace' | 'cluster'> {
  const namespace = cluster?.workload?.namespace ?? origin.namespace ?? firstOf(facts.namespace);
  return {
    ...(namespace === undefined ? {} : { namespace }),
    ...(origin.cluster === undefined ? {} : { cluster: origin.cluster }),
  };
}

/** What was said and has no place of its own in the words of a request. */
function rest(proposal: Proposal): AskedFacts {
  const { workload: _workload, namespace: _namespace, ...others } = statedFacts(proposal);
  return others;
}
