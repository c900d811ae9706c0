import { code, text } from '../../answer/text.ts';
import { waitingReason, type ContainerView } from '../../model/pods/container-state.ts';
import type { EventIndex } from '../../model/event-index.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { innermost, pullFailure, shortMessage } from '../../model/pods/kubelet-message.ts';
import { formerImage } from '../../model/workloads/revisions.ts';
import { setImage } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { change, describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'image-pull-failing',
  title: 'The image cannot be pulled',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'no-endpoints',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'rollout-stuck',
    'init-container-stuck',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'podTroubles'],
  uses: ['events', 'replicaSets'],
  source: 'https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff',
  detects:
    'A container or init container of a live selected pod waits with ImagePullBackOff, ErrImagePull, InvalidImageName, ErrImageNeverPull or a like reason. Critical when no other selected pod is ready. Silent while an image is being pulled.',
  find({ service, livePods, podTroubles, events, replicaSets }) {
    return groupsOf(podTroubles, ['image'], ({ container }) => container.spec.image).map(({ first, pods, names, owner }) => {
      const { container, pod } = first;
      const { name, image } = container.spec;
      const message = kubeletSays(pod, container, events);
      const reason = waitingReason(container);
      const cause = pullFailure(reason, message);
      const words = innermost(message).replace(`${image}: `, '');
      const former = formerImage(owner, container.spec, replicaSets ?? []);
      const secrets = pod.spec.imagePullSecrets.join(', ');
      return {
        severity: severityFor(livePods),
        say: text`The image ${code(image)} of container ${code(name)} cannot be pulled for ${howMany(pods, livePods)} of Service ${code(service.metadata.name)}: ${cause ?? reason}${words === '' ? '' : ` (${words})`}.`,
        evidence: {
          [`spec.containers[${name}].image`]: image,
          [`status.containerStatuses[${name}].state.waiting.reason`]: reason,
          ...(message !== '' && { 'the kubelet says': shortMessage(message, 400) }),
          'spec.imagePullSecrets': secrets === '' ? 'none' : secrets,
          ...(former !== undefined && { 'image of the former revision': former }),
          pods: listNames(names),
        },
        next: [
          change(
            text`Set the right image${former === undefined ? '' : ', for example the former one'}${/credentials|private/u.test(cause ?? '') ? ', or give the pod template imagePullSecrets for this registry' : ''}`,
            setImage(owner, name, former ?? 'RIGHT_IMAGE'),
            owner,
          ),
          ...goBack(owner, replicaSets),
          describePod(pod),
        ],
        pods: names,
      };
    });
  },
});

/** Older kubelets write the cause only into the `Failed` event, and "Back-off" into the status. */
function kubeletSays(pod: Pod, { spec, status }: ContainerView, events: EventIndex | undefined): string {
  const waiting = status?.state?.is === 'waiting' ? status.state.message : '';
  if (innermost(waiting) !== '') return waiting;
  const event = events
    ?.of(pod)
    .find((one) => ['Failed', 'InspectFailed', 'ErrImageNeverPull'].includes(one.reason) && one.message.includes(spec.image));
  return event?.message ?? waiting;
}
