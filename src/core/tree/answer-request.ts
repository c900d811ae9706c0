import type { Answer } from '../answer/answer.ts';
import { answer, paragraph } from '../answer/build.ts';
import { code, text } from '../answer/text.ts';
import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { ExposeRequest, ManifestRequest } from '../ask/request.ts';
import { missingWorkload } from './answer-parts.ts';
import { hintsOfBeside } from './beside-of.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import { decideAnswer } from './decide-answer.ts';
import type { Hints } from './known.ts';
import { meantActions } from './decision-actions.ts';
import { manifestAnswer } from './manifest-answer.ts';
import { propose, statedFacts, type Proposal } from './propose.ts';
import { usualFacts } from './usual-facts.ts';

/** The proposal of `expose` or `manifest`, so that its objects can be checked before it is answered. */
export function proposalOf(request: ExposeRequest | ManifestRequest, cluster: ClusterFacts | undefined): Proposal {
  const facts: AskedFacts = {
    ...request.known,
    ...(request.workload === undefined ? {} : { workload: request.workload }),
    ...(request.namespace === undefined ? {} : { namespace: request.namespace }),
  };
  const usual = request.workload === undefined ? {} : usualFacts(request.workload);
  const from: Partial<Record<FactName, 'person' | 'default'>> = {};
  for (const fact of Object.keys(usual) as FactName[]) from[fact] = 'default';
  for (const fact of Object.keys(facts) as FactName[]) from[fact] = 'person';
  const beside = hintsOfBeside(request);
  const hints: Hints =
    request.verb === 'manifest'
      ? { from, ...beside, manifest: true, asked: request.type }
      : { from, ...beside, denied: request.not ?? [] };
  return propose({ ...usual, ...facts }, cluster, hints);
}

/** Answers `expose`: the decision, or that there is no such workload. */
export function exposeAnswer(request: ExposeRequest, proposal: Proposal): Answer {
  return proposal.cluster?.missing === undefined
    ? decideAnswer(proposal, request, statedFacts(proposal))
    : noWorkloadAnswer(request, proposal);
}

/** Answers `manifest`: a workload that does not exist yet is no reason to refuse the YAML. */
export function manifestRequestAnswer(request: ManifestRequest, proposal: Proposal): Answer {
  return manifestAnswer(proposal, request, statedFacts(proposal));
}

function noWorkloadAnswer(request: ExposeRequest, proposal: Proposal): Answer {
  const namespaces = proposal.cluster?.missing?.namespaces ?? [];
  const cluster = proposal.cluster;
  return answer('decide', text`I cannot tell which workload ${code(request.workload)} is.`, {
    facts: statedFacts(proposal),
    parts: [
      ...missingWorkload(proposal),
      paragraph(text`${code('kubectl get deployments,statefulsets,daemonsets -A')} lists what there is.`),
    ],
    actions: [
      ...namespaces.slice(0, 3).map((namespace) => ({
        label: `In ${namespace}`,
        request: formatRequest({ ...request, namespace }),
      })),
      ...meantActions(proposal, request),
    ],
    problem: { code: 'service-not-found' },
    ...(cluster === undefined ? {} : { read: { cluster: cluster.cluster, at: cluster.takenAt } }),
  });
}
