import { code, text } from '../../answer/text.ts';
import type { NextStep } from '../../answer/answer.ts';
import { quote } from '../../model/commands.ts';
import { creationRefused } from '../../model/workloads/creation-refused.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { describeObject, editObject } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'pod-creation-refused',
  title: 'Pods of the workload cannot even be created (quota, admission, missing service account)',
  theme: 'workload',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'selector-matches-no-pods',
    'no-endpoints',
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'rollout-stuck',
    'ingress-backend-unready',
  ],
  needs: ['service', 'livePods', 'selectedWorkloads', 'replicaSets', 'events'],
  source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  detects:
    'A selected workload has fewer pods than it wants, and a condition ReplicaFailure or a Warning event FailedCreate on it or its ReplicaSet says why. Silent when a pod was created after that.',
  find({ service, livePods, selectedWorkloads, replicaSets, events }) {
    return selectedWorkloads.flatMap((workload) => {
      const own = livePods.filter((pod) => {
        const owner = topOwner(pod);
        return owner.kind === workload.kind && owner.name === workload.metadata.name;
      });
      const refused = creationRefused(workload, own, replicaSets, events);
      if (refused === undefined) return [];
      const { by, wanted, actual, message } = refused;
      const { namespace } = service.metadata;
      return [
        {
          severity: livePods.length === 0 ? ('critical' as const) : ('warning' as const),
          say: text`${by.kind} ${code(by.metadata.name)} behind Service ${code(service.metadata.name)} may not create its pods (${actual} of ${wanted} are there): ${shortMessage(message)}.`,
          evidence: {
            [`${by.kind} ${by.metadata.name} spec.replicas`]: wanted,
            'pods that exist': actual,
            'refused because': shortMessage(message, 400),
          },
          next: [stepFor(message, namespace, workload), { say: text`See all its events`, command: describeObject(refOf(by)) }],
          // It stands in the way of pods that do not exist: it covers everything only when there are none.
          ...(livePods.length > 0 && { pods: livePods.map((pod) => pod.metadata.name) }),
        },
      ];
    });
  },
});

function stepFor(message: string, namespace: string, workload: Parameters<typeof refOf>[0]): NextStep {
  const inNamespace = `-n ${quote(namespace)}`;
  if (/must specify|failed quota/iu.test(message)) {
    return { say: text`Add resource requests and limits to the pod template`, command: editObject(refOf(workload)) };
  }
  if (/quota/iu.test(message)) {
    return {
      say: text`Raise the quota, or free some of it`,
      command: `kubectl describe resourcequota ${inNamespace}`,
    };
  }
  const account = /serviceaccount "(?:[^"/]*\/)?([^"]+)" not found|looking up service account \S*?\/([^\s:]+)/iu.exec(message);
  if (account !== null) {
    return {
      say: text`Create the service account that the pod template names`,
      command: `kubectl create serviceaccount ${quote(account[1] ?? account[2] ?? 'NAME')} ${inNamespace}`,
    };
  }
  if (/PodSecurity/u.test(message)) {
    return {
      say: text`Make the pod template meet the Pod Security Standard of the namespace (its pod-security labels)`,
      command: `kubectl get namespace ${quote(namespace)} --show-labels`,
    };
  }
  if (/webhook/iu.test(message)) {
    return {
      say: text`See whether the webhook's own Service works, and what its policy asks`,
      command: 'kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations',
    };
  }
  return { say: text`Correct the pod template`, command: editObject(refOf(workload)) };
}
