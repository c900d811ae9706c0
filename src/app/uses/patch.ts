import type { Answer } from '../../core/answer/answer.ts';
import type { ManifestRequest } from '../../core/ask/request.ts';
import { changeable, changeService, type ServiceChange } from '../../core/manifest/changes/change-service.ts';
import { emitYaml } from '../../core/manifest/emit-yaml.ts';
import { planFor } from '../../core/manifest/plan-for.ts';
import { checkedBy } from '../../core/manifest/shape/checked-by.ts';
import { validateManifest } from '../../core/manifest/validate-manifest.ts';
import type { WrittenManifest } from '../../core/manifest/write-manifest.ts';
import { badRequest } from '../../core/problem/problem.ts';
import { proposalOf } from '../../core/tree/answer-request.ts';
import { clusterFacts, clusterFactsWants } from '../../core/tree/cluster-facts.ts';
import { patchAnswer } from '../../core/tree/patch-answer.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { locateService } from '../locate-service.ts';
import { serviceOrProblem } from '../missing-service.ts';
import { proveManifest } from '../prove-manifest.ts';
import { withProof } from '../with-proof.ts';

/** A Service that is there, changed into another type. */
export async function patch(request: ManifestRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const name = request.workload ?? '';
  const reader = await readerOf(deps.clusters, request.cluster);
  const located = await locateService(reader, name, request, (namespace) => ({ ...request, namespace }), 'manifest', signal);
  if ('ask' in located) return located.ask;
  const { namespace } = located;
  const snapshot = await reader.read({ kind: 'namespace', namespace }, clusterFactsWants, signal);
  const existing = serviceOrProblem(snapshot, namespace, name);
  const proposal = proposalOf({ ...request, namespace }, clusterFacts(snapshot, name, namespace));
  const { template } = proposal.decision.leaf;
  if (!changeable.has(template)) {
    throw badRequest(
      `A Service cannot be changed into ${request.type} in place.`,
      `Write it beside the Service: manifest ${request.type} ${name} -n ${namespace}`,
    );
  }
  const plan = planFor(template, proposal.facts, proposal.cluster, proposal.hints);
  const stated = { ports: request.known.port !== undefined || request.known.targetPort !== undefined };
  const change = changeService(existing, plan, stated);
  const written = writtenOf(
    change,
    plan.placeholders.filter((one) => !/^the (?:port|name|selector)/u.test(one)),
  );
  // That the Service which is there changes was asked for; one that is deleted first may become anything.
  const intended = ['manifest-replaces-object', ...(change.recreate ? ['manifest-refused-by-api'] : [])];
  const proven = await proveManifest({ ...proposal, written }, reader, deps, signal, intended);
  return withProof(patchAnswer({ request, existing, change, written: proven.proposal.written }), proven);
}

function writtenOf(change: ServiceChange, placeholders: readonly string[]): WrittenManifest {
  const { patch: part, result, recreate } = change;
  const shown = recreate ? result : part;
  const faults = validateManifest(result);
  if (shown === undefined) return { objects: [], faults: [], placeholders: [] };
  return {
    manifest: {
      name: `${result.metadata.name}-${recreate ? 'service' : 'patch'}.yaml`,
      yaml: emitYaml([{ object: shown, comments: [] }]),
      proven: faults.length === 0 ? ['schema'] : [],
    },
    objects: [result],
    faults,
    checkedBy: checkedBy([result]),
    placeholders,
  };
}
