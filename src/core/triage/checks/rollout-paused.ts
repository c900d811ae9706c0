import { code, text } from '../../answer/text.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import { refOf } from '../../model/kinds/meta.ts';
import type { ReplicaSet, Workload } from '../../model/kinds/workload.ts';
import { revisionOf, revisionsOf } from '../../model/workloads/revisions.ts';
import { rollout } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'rollout-paused',
  title: "The Deployment's rollout is paused, so changes to it do not reach the pods",
  theme: 'workload',
  severity: 'warning',
  kind: 'cause',
  explains: ['rollout-stuck', 'some-endpoints-not-ready', 'selector-matches-no-pods', 'no-endpoints'],
  needs: ['service', 'livePods', 'selectedWorkloads'],
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment',
  detects:
    'A selected Deployment has spec.paused true and some of its pods, or all, are not of its current template. Critical when it was created paused, so that there is no pod at all. Silent when all pods run the current template.',
  find({ service, livePods, selectedWorkloads, replicaSets }) {
    return selectedWorkloads
      .filter((one) => one.kind === 'Deployment' && one.spec.paused && one.spec.desired > 0 && isBehind(one, replicaSets))
      .map((workload) => {
        const { name } = workload.metadata;
        const { status } = workload;
        const sets = revisionsOf(refOf(workload), replicaSets ?? []).filter((set) => set.status.replicas > 0);
        const condition = conditionOf(workload.status.conditions, 'Progressing');
        const none = livePods.length === 0;
        return {
          severity: none ? ('critical' as const) : ('warning' as const),
          say: none
            ? text`Deployment ${code(name)} behind Service ${code(service.metadata.name)} is paused (${code('spec.paused: true')}) and has no pod yet: it makes none until it is resumed.`
            : text`Deployment ${code(name)} behind Service ${code(service.metadata.name)} is paused (${code('spec.paused: true')}): ${status.updated} of ${status.replicas} pods run its current template, the others an older one.`,
          evidence: {
            [`Deployment ${name} spec.paused`]: true,
            'status.updatedReplicas': status.updated,
            'status.replicas': status.replicas,
            ...(condition !== undefined && { 'condition Progressing': condition.reason }),
            ...Object.fromEntries(sets.map((set) => [`pods of revision ${revisionOf(set)}`, set.status.replicas])),
          },
          next: [{ say: text`Let the rollout go on`, command: rollout('resume', refOf(workload)) }],
          ...(!none && { pods: namesOf(livePods) }),
        };
      });
  },
});

/** Not all pods are of the current template: so says the status, or no ReplicaSet has this template. */
function isBehind(workload: Workload, replicaSets: readonly ReplicaSet[] | undefined): boolean {
  const { spec, status } = workload;
  if (status.updated < Math.max(spec.desired, status.replicas)) return true;
  const sets = revisionsOf(refOf(workload), replicaSets ?? []);
  const current = JSON.stringify(spec.template.spec);
  return sets.length > 0 && !sets.some((set) => JSON.stringify(set.spec.template.spec) === current);
}
