import type { Answer } from '../core/answer/answer.ts';
import { note } from '../core/answer/build.ts';
import { code, flatten, text } from '../core/answer/text.ts';
import type { Request } from '../core/ask/request.ts';
import type { ClusterNames } from './clusters.ts';

/**
 * Makes an answer say which cluster it is about where it goes not without saying: what could not be answered from one of
 * several names it, and so do commands for another than the default. What was read is named at the end of an answer already.
 */
export function ofCluster(answer: Answer, request: Request, clusters: ClusterNames): Answer {
  const cluster = clusterOf(request, clusters);
  if (cluster === undefined || answer.clusters !== undefined) return answer;
  const elsewhere = cluster !== clusters.defaultName;
  const there = elsewhere ? withWhose(answer, cluster) : answer;
  if (answer.read !== undefined || answer.problem === undefined) return there;
  const isSaid = clusters.names.length < 2 || flatten(answer.headline).includes(cluster);
  return {
    ...there,
    asked: cluster,
    ...(isSaid ? {} : { parts: [...there.parts, note(text`Asked: cluster ${code(cluster)}.`)] }),
  };
}

/** Undefined for what is not asked of a cluster, or of one that is not there. */
function clusterOf(request: Request, { names, defaultName }: ClusterNames): string | undefined {
  if (request.verb === 'help' || request.verb === 'use') return undefined;
  const cluster = request.cluster ?? defaultName;
  return cluster !== undefined && names.includes(cluster) ? cluster : undefined;
}

/** A command that is pasted goes to whatever cluster kubectl is set to. */
function withWhose(answer: Answer, cluster: string): Answer {
  const hasCommands = answer.findings?.some(({ next }) => next.some(({ command }) => command !== undefined)) === true;
  if (!hasCommands) return answer;
  const whose = text`The commands are for cluster ${code(cluster)}: give kubectl its --context where that is not your current one.`;
  return { ...answer, parts: [...answer.parts, note(whose)] };
}
