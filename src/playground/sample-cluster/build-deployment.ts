import type { AppDescription, KubernetesObject } from './description.ts';
import { podLabels, podSpec } from './pod-template.ts';
import { suffixOf, time, uidOf } from './stable.ts';
import { workloadBasics } from './workload-basics.ts';

/** A Deployment with the ReplicaSet that it made. */
export function buildDeployment(app: AppDescription, now: number): readonly KubernetesObject[] {
  const { name, namespace, replicas } = app;
  const { metadata, counts, createdAt, isReady, selector } = workloadBasics(app, now);
  const template = (labels: object) => ({ metadata: { labels }, spec: podSpec(app) });
  const hash = suffixOf(10, namespace, name);
  const set = `${name}-${hash}`;
  const condition = (type: string, good: boolean, reason: string, message: string) => ({
    lastTransitionTime: time(createdAt),
    lastUpdateTime: time(createdAt),
    message,
    reason,
    status: good ? 'True' : 'False',
    type,
  });
  const conditions = isReady
    ? [
        condition('Available', true, 'MinimumReplicasAvailable', 'Deployment has minimum availability.'),
        condition('Progressing', true, 'NewReplicaSetAvailable', `ReplicaSet "${set}" has successfully progressed.`),
      ]
    : [
        condition('Available', false, 'MinimumReplicasUnavailable', 'Deployment does not have minimum availability.'),
        condition('Progressing', false, 'ProgressDeadlineExceeded', `ReplicaSet "${set}" has timed out progressing.`),
      ];
  const { managedFields: _, generation: __, ...setMeta } = { managedFields: [], ...metadata };
  const setLabels = { ...podLabels(app), 'pod-template-hash': hash };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { annotations: { 'deployment.kubernetes.io/revision': '1' }, ...metadata },
      spec: {
        progressDeadlineSeconds: 600,
        replicas,
        revisionHistoryLimit: 10,
        selector: { matchLabels: selector },
        strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' },
        template: template(podLabels(app)),
      },
      status: {
        ...counts,
        ...(isReady ? {} : { unavailableReplicas: replicas }),
        ...(replicas === 0 ? {} : { updatedReplicas: replicas }),
        conditions,
        observedGeneration: metadata.generation,
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        ...setMeta,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
        labels: setLabels,
        name: set,
        ownerReferences: [
          { apiVersion: 'apps/v1', blockOwnerDeletion: true, controller: true, kind: 'Deployment', name, uid: metadata.uid },
        ],
        uid: uidOf('ReplicaSet', namespace, set),
      },
      spec: { replicas, selector: { matchLabels: { ...selector, 'pod-template-hash': hash } }, template: template(setLabels) },
      status: { ...counts, observedGeneration: 1, replicas },
    },
  ];
}
