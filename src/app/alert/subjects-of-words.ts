import type { AlertStatus, AlertSubject } from '../../core/alert/alert.ts';
import { workloadsOfPodName } from '../../core/alert/pod-name.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What label values without names mean, which only the cluster can tell: one of them is a namespace, and another a Service,
 * workload or pod in it. With no namespace among them a name counts when it is unique.
 */
export async function subjectsOfWords(
  words: readonly string[],
  status: AlertStatus,
  around: Surroundings,
): Promise<readonly AlertSubject[]> {
  const known = await around.namespaces();
  const namespace = words.find((word) => known?.includes(word) === true);
  const others = words.filter((word) => word !== namespace);
  const place = namespace === undefined ? {} : { namespace };
  // A name that only a pod can have says more than one that may be a container's or a job's.
  const pods = others
    .filter((word) => workloadsOfPodName(word).length > 0)
    .map((name) => ({ kind: 'Pod', name, ...place }) as const);
  const names = others.map((name) => ({ kind: 'Name', name, ...place }) as const);
  return pods.length + names.length === 0 ? [] : [{ status, candidates: [...pods, ...names] }];
}
