import type { CandidateKind } from './alert.ts';

/** The words for kinds, in lower case and in the singular. */
export const kindWords: Readonly<Record<string, CandidateKind>> = {
  service: 'Service',
  svc: 'Service',
  endpoints: 'Service',
  ingress: 'Ingress',
  httproute: 'HTTPRoute',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  replicaset: 'ReplicaSet',
  workload: 'Workload',
  hpa: 'HorizontalPodAutoscaler',
  horizontalpodautoscaler: 'HorizontalPodAutoscaler',
  pod: 'Pod',
};

/** The kind that `Pod`, `pods` or `ingresses` names, as labels and paths of the API write it. */
export function kindOfWord(word: string): CandidateKind | undefined {
  const lower = word.toLowerCase();
  const singular = [lower, lower.replace(/s$/u, ''), lower.replace(/es$/u, '')].find((one) => Object.hasOwn(kindWords, one));
  return singular === undefined ? undefined : kindWords[singular];
}
