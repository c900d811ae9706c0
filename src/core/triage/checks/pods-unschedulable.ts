import { trimEnd } from '../../words/trim-end.ts';
import { code, text } from '../../answer/text.ts';
import { conditionOf } from '../../model/kinds/condition.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { quote } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { groupsOf, howMany, listNames, severityFor } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-unschedulable',
  title: 'Pods wait for a node; none fits',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'no-ready-endpoints', 'some-endpoints-not-ready', 'rollout-stuck', 'ingress-backend-unready'],
  needs: ['service', 'livePods', 'podTroubles'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/#my-pod-stays-pending',
  detects:
    'A live selected pod is Pending with condition PodScheduled False (Unschedulable) for more than 30 seconds. Critical when no other selected pod is ready. Silent for a scheduling gate.',
  find({ service, livePods, podTroubles }) {
    return groupsOf(podTroubles, ['unschedulable'], ({ pod }) => schedulerSays(pod)).map(({ first, pods, names }) => {
      const message = schedulerSays(first.pod);
      const { namespace } = service.metadata;
      return {
        severity: severityFor(livePods),
        say: text`No node fits ${howMany(pods, livePods)} of Service ${code(service.metadata.name)}, so ${pods.length === 1 ? 'it stays' : 'they stay'} Pending: ${message}.`,
        evidence: {
          'status.conditions[PodScheduled]': `False, ${conditionOf(first.pod.status.conditions, 'PodScheduled')?.reason ?? ''}`,
          'the scheduler says': message,
          pods: listNames(names),
        },
        next: [describePod(first.pod), stepFor(message, namespace)],
        pods: names,
      };
    });
  },
});

/** Without the sentence about preemption, which repeats the counts. */
function schedulerSays(pod: Pod): string {
  const message = conditionOf(pod.status.conditions, 'PodScheduled')?.message ?? '';
  const first = message.split(/(?:preemption:|no new claims to deallocate)/u)[0] ?? '';
  // A missing claim is told as two sentences that run into each other.
  return (
    shortMessage(trimEnd(first.replace(/\.\s+not found/u, ' (not found)'), '., \n\t'), 300) || 'the scheduler gave no reason'
  );
}

function stepFor(message: string, namespace: string) {
  if (/persistentvolumeclaim|volume node affinity/iu.test(message)) {
    return {
      say: text`Create or free what the claim needs`,
      command: `kubectl get persistentvolumeclaims -n ${quote(namespace)}`,
    };
  }
  if (/taint/iu.test(message)) {
    return {
      say: text`Tolerate the taint in the pod template, or remove it from a node`,
      command: "kubectl get nodes -o custom-columns='NODE:.metadata.name,TAINTS:.spec.taints'",
    };
  }
  if (/affinity|selector/iu.test(message)) {
    return { say: text`Compare nodeSelector and affinity with the nodes' labels`, command: 'kubectl get nodes --show-labels' };
  }
  if (/free ports/iu.test(message)) {
    return {
      say: text`Another pod holds the hostPort on each node: drop the hostPort, or run fewer pods`,
      command: 'kubectl get nodes',
    };
  }
  return {
    say: text`Lower the requests of the pod template, or add a node; this shows what the nodes have left`,
    command: "kubectl describe nodes | grep -A 8 'Allocated resources'",
  };
}
