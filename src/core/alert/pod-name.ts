/** The characters that Kubernetes makes random suffixes of. Source: k8s.io/apimachinery/pkg/util/rand */
const safe = 'bcdfghjklmnpqrstvwxz2456789';
const replicaSetPod = new RegExp(`^(.+)-[${safe}]{5,10}-[${safe}]{5}$`, 'u');
const daemonSetPod = new RegExp(`^(.+)-[${safe}]{5}$`, 'u');

/**
 * The names that the workload of a pod may have, the likeliest first: the pod itself is often gone when its alert is read.
 * A StatefulSet's pods end in a number; those of a Deployment in the ReplicaSet's hash and five characters.
 */
export function workloadsOfPodName(pod: string): readonly string[] {
  const names = [replicaSetPod, /^(.+)-\d{1,4}$/u, daemonSetPod].flatMap((pattern) => pattern.exec(pod)?.[1] ?? []);
  return [...new Set(names)];
}
