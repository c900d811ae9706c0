import { buildDeployment } from './build-deployment.ts';
import type { AppDescription, KubernetesObject } from './description.ts';
import { podLabels, podSpec } from './pod-template.ts';
import { workloadBasics } from './workload-basics.ts';

/** The workload, and the ReplicaSet between a Deployment and its pods. The last one owns the pods. */
export function buildWorkload(app: AppDescription, now: number): readonly KubernetesObject[] {
  if (app.kind === 'DaemonSet') return [buildDaemonSet(app, now)];
  if (app.kind === 'StatefulSet') return [buildStatefulSet(app, now)];
  return buildDeployment(app, now);
}

function buildDaemonSet(app: AppDescription, now: number): KubernetesObject {
  const { metadata, ready, selector } = workloadBasics(app, now);
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata,
    spec: { selector: { matchLabels: selector }, template: { metadata: { labels: podLabels(app) }, spec: podSpec(app) } },
    status: {
      currentNumberScheduled: app.replicas,
      desiredNumberScheduled: app.replicas,
      numberAvailable: ready,
      numberMisscheduled: 0,
      numberReady: ready,
      observedGeneration: 1,
      updatedNumberScheduled: app.replicas,
    },
  };
}

function buildStatefulSet(app: AppDescription, now: number): KubernetesObject {
  const { metadata, counts, selector } = workloadBasics(app, now);
  const { replicas, serviceName } = app;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: {
      podManagementPolicy: 'OrderedReady',
      replicas,
      selector: { matchLabels: selector },
      serviceName,
      template: { metadata: { labels: podLabels(app) }, spec: podSpec(app) },
    },
    status: { ...counts, currentReplicas: replicas, observedGeneration: 1, updatedReplicas: replicas },
  };
}
