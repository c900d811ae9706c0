import { code, text } from '../../answer/text.ts';
import { lateRollout } from '../../model/workloads/late-rollout.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { revisionsOf } from '../../model/workloads/revisions.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { rollout } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { goBack } from '../words/steps.ts';
import { namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'rollout-stuck',
  title: 'The rollout does not get on; new pods do not become ready',
  theme: 'workload',
  severity: 'warning',
  kind: 'symptom',
  explains: ['some-endpoints-not-ready'],
  needs: ['service', 'livePods', 'selectedWorkloads'],
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment',
  detects:
    'A selected Deployment has condition Progressing False with reason ProgressDeadlineExceeded, or a StatefulSet or DaemonSet has had a not-ready pod of its new revision for more than ten minutes.',
  find({ service, livePods, selectedWorkloads, replicaSets, now }) {
    return selectedWorkloads.flatMap((workload) => {
      const own = livePods.filter((pod) => {
        const owner = topOwner(pod);
        return owner.kind === workload.kind && owner.name === workload.metadata.name;
      });
      const why = lateRollout(workload, own, now);
      if (why === undefined) return [];
      const { kind, metadata, spec, status } = workload;
      const owner = refOf(workload);
      const [newest, former] = revisionsOf(owner, replicaSets ?? []);
      const images = [former, newest].map((set) => set?.spec.template.spec.containers.map((one) => one.image).join(', '));
      return [
        {
          say: text`The rollout of ${kind} ${code(metadata.name)} behind Service ${code(service.metadata.name)} does not get on: ${status.updated} of ${spec.desired} pods are of the new revision, ${status.ready} are ready.`,
          evidence: {
            [`${kind} ${metadata.name}`]: shortMessage(why),
            'status.updatedReplicas': status.updated,
            'status.readyReplicas': status.ready,
            ...(newest !== undefined &&
              former !== undefined && {
                'ready pods of the new revision': newest.status.ready,
                'ready pods of the former revision': former.status.ready,
              }),
            ...(images[0] !== undefined && images[0] !== images[1] && { 'image change': `${images[0]} → ${images[1] ?? ''}` }),
          },
          next: [{ say: text`Follow the rollout`, command: rollout('status', owner) }, ...goBack(owner, replicaSets)],
          pods: namesOf(own.filter((pod) => !isReady(pod))),
        },
      ];
    });
  },
});
