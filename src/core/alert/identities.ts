import type { AlertSubject, Candidate } from './alert.ts';
import { workloadsOfPodName } from './pod-name.ts';

const longest = 300;

/**
 * One identity for each thing that the message is about, so that a grouped notification that has grown or shrunk is still
 * known. Pods count as their workload: a pod that was replaced is no other alert.
 */
export function identitiesOf(
  name: string,
  cluster: string | undefined,
  subjects: readonly AlertSubject[],
  group: string,
): readonly string[] {
  const head = `${name.toLowerCase()}|${cluster ?? ''}`;
  const about = subjects.flatMap(({ candidates: [first] }) => (first === undefined ? [] : [`${head}|${keyOf(first)}`]));
  const all = about.length > 0 ? about : [`${head}|${group}`];
  return [...new Set(all)].map((identity) => identity.slice(0, longest));
}

function keyOf({ kind, name, namespace = '' }: Candidate): string {
  return `${namespace}/${kind === 'Pod' ? (workloadsOfPodName(name)[0] ?? name) : name}`;
}
