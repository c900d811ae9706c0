import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import type { ContainerView } from '../../model/pods/container-state.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { editObject } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { describePod, goBack } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'container-config-error',
  title: 'The container cannot be configured; a ConfigMap, Secret or key is missing',
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
  uses: ['replicaSets'],
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
  detects:
    'A container or init container of a live selected pod waits with CreateContainerConfigError; its message names the missing ConfigMap, Secret or key. Critical when no other selected pod is ready.',
  find({ service, livePods, podTroubles, replicaSets }) {
    return groupsOf(podTroubles, ['config'], ({ container }) => `${container.spec.name} ${messageOf(container)}`).map(
      ({ first, pods, names, owner }) => {
        const { name } = first.container.spec;
        const message = messageOf(first.container);
        const list = first.container.init ? 'initContainerStatuses' : 'containerStatuses';
        const runsAsRoot = /runAsNonRoot/u.test(message);
        return {
          severity: severityFor(livePods),
          say: text`Container ${code(name)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} cannot be configured: ${shortMessage(message) || 'the kubelet gave no reason'}.`,
          evidence: {
            [`status.${list}[${name}].state.waiting.reason`]: 'CreateContainerConfigError',
            [`status.${list}[${name}].state.waiting.message`]: shortMessage(message, 400),
            pods: listNames(names),
          },
          next: [
            runsAsRoot
              ? {
                  say: text`Set runAsUser in the pod template to a user other than 0, or use an image that does not run as root`,
                  command: editObject(owner),
                }
              : {
                  say: text`Compare with what the namespace has; create what is missing`,
                  command: `kubectl get configmaps,secrets -n ${quote(service.metadata.namespace)}`,
                },
            ...(runsAsRoot ? [] : [{ say: text`Or correct the reference in the pod template`, command: editObject(owner) }]),
            ...goBack(owner, replicaSets),
            describePod(first.pod),
          ],
          pods: names,
        };
      },
    );
  },
});

function messageOf({ status }: ContainerView): string {
  return status?.state?.is === 'waiting' ? status.state.message : '';
}
