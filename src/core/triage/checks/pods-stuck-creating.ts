import { code, text } from '../../answer/text.ts';
import type { NextStep } from '../../answer/answer.ts';
import { quote } from '../../model/commands.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-stuck-creating',
  title: 'The pod has a node but its volume or network cannot be set up',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'some-endpoints-not-ready', 'rollout-stuck', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles', 'events'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/',
  detects:
    'A live selected pod has had a node for more than two minutes, its containers still wait with ContainerCreating, and a Warning event (FailedMount, FailedAttachVolume, FailedCreatePodSandBox …) or condition PodReadyToStartContainers tells why. Critical when no other selected pod is ready. Silent while an image is being pulled.',
  find({ service, livePods, podTroubles }) {
    return groupsOf(podTroubles, ['creating'], ({ message }) => kindOf(message)).map(({ first, pods, names }) => {
      const { pod, message } = first;
      const node = pod.spec.nodeName ?? '';
      return {
        severity: severityFor(livePods),
        say: text`${kindOf(message)} of ${howMany(pods, livePods)} of Service ${code(service.metadata.name)} cannot be set up on node ${code(node)}, so no container starts: ${shortMessage(message, 300) || 'the kubelet gave no reason'}.`,
        evidence: {
          'status.containerStatuses[].state.waiting.reason': 'ContainerCreating',
          'spec.nodeName': node,
          ...(message !== '' && { 'the kubelet says': shortMessage(message, 400) }),
          pods: listNames(names),
        },
        next: [stepFor(message, pod), describePod(pod)],
        pods: names,
      };
    });
  },
});

function kindOf(message: string): 'The volumes' | 'The network' | 'The sandbox' {
  if (/^Failed(Mount|AttachVolume|MapVolume)/u.test(message)) return 'The volumes';
  return /network|CNI|IP address/iu.test(message) ? 'The network' : 'The sandbox';
}

function stepFor(message: string, pod: Pod): NextStep {
  const { namespace } = pod.metadata;
  const node = pod.spec.nodeName ?? 'NODE';
  const missing = /(secret|configmap) "([^"]+)" not found/iu.exec(message);
  if (missing !== null) {
    return {
      say: text`Create the missing ${missing[1] ?? 'object'} ${code(missing[2] ?? '')}, or correct its name in the pod template`,
      command: `kubectl get configmaps,secrets -n ${quote(namespace)}`,
    };
  }
  if (/multi-attach|already (?:used|attached)/iu.test(message)) {
    return {
      say: text`The volume is still attached to another node: end the pod that uses it there`,
      command: `kubectl get pods -n ${quote(namespace)} -o wide`,
    };
  }
  if (kindOf(message) === 'The volumes') {
    return { say: text`See the state of the claim`, command: `kubectl get persistentvolumeclaims -n ${quote(namespace)}` };
  }
  return {
    say: text`Repair the network plug-in on the node; these are the pods that run there`,
    command: `kubectl get pods -n kube-system --field-selector spec.nodeName=${quote(node)}`,
  };
}
