import type { NextStep } from '../../answer/answer.ts';
import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { nodeFault } from '../../model/cluster/node-fault.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { isEnded, isReady } from '../../model/pods/pod-state.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { defineCheck } from '../check.ts';
import { howMany, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'node-not-ready',
  title: 'The node under the pods is NotReady',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'no-ready-endpoints',
    'some-endpoints-not-ready',
    'pods-stuck-terminating',
    'only-terminating-endpoints',
    'readiness-probe-failing',
    'rollout-stuck',
    'pods-unschedulable',
    'kube-proxy-unhealthy',
    'ingress-backend-unready',
  ],
  needs: ['service', 'selectedPods', 'livePods', 'podTroubles', 'nodes'],
  source: 'https://kubernetes.io/docs/concepts/architecture/nodes/#node-status',
  detects:
    'A node that hosts selected pods has condition Ready False or Unknown, or NetworkUnavailable True. Critical when no selected pod is ready on another node. Pods made since that fit no other node count as part of it.',
  find({ service, selectedPods, livePods, podTroubles, nodes, now }) {
    const hosted = selectedPods.filter((pod) => !isEnded(pod));
    const byNode = Map.groupBy(hosted, (pod) => pod.spec.nodeName ?? '');
    const faultOf = (name: string | undefined) => {
      const node = nodes.get(name ?? '');
      return node === undefined ? undefined : nodeFault(node);
    };
    const elsewhere = livePods.some((pod) => isReady(pod) && faultOf(pod.spec.nodeName) === undefined);
    return [...byNode].flatMap(([name, pods]) => {
      const node = nodes.get(name);
      const fault = faultOf(name);
      if (node === undefined || fault === undefined) return [];
      const since = fault.since === undefined ? '' : ` for ${formatAge(now - fault.since)}`;
      // Those that were made since to stand in for them, and for which this node was the one that fits.
      const waiting = podTroubles.flatMap(({ kind, pod }) =>
        kind === 'unschedulable' && (pod.metadata.createdAt ?? 0) >= (fault.since ?? now) ? [pod] : [],
      );
      const stays = pods.some((pod) => topOwner(pod).kind === 'StatefulSet');
      const taints = node.spec.taints.map((taint) => `${taint.key}:${taint.effect}`).join(', ');
      const state = fault.type === 'Ready' ? 'is not ready (NotReady)' : 'has no network (NetworkUnavailable)';
      return [
        {
          severity: elsewhere ? ('warning' as const) : ('critical' as const),
          say: text`Node ${code(name)} ${state}${since}${fault.message === '' ? '' : `: ${fault.message.replace(/\.$/u, '')}`}. It hosts ${howMany(pods, hosted)} of Service ${code(service.metadata.name)}, which get no traffic until they run elsewhere.`,
          evidence: {
            [`Node ${name} status.conditions[${fault.type}]`]: `${fault.status} ${fault.reason}`.trim(),
            ...(since !== '' && { since: `${since.trim().replace('for ', '')} ago` }),
            ...(taints !== '' && { 'spec.taints': taints }),
            'selected pods on it': listNames(namesOf(pods)),
          },
          next: [
            {
              say: text`Look at the kubelet and the network there, or replace the node`,
              command: `kubectl describe node ${quote(name)}`,
            },
            afterwards(name, stays, waiting, service.metadata.namespace),
          ],
          pods: [...namesOf(pods), ...namesOf(waiting)],
        },
      ];
    });
  },
});

/** What comes after the node itself was looked at. */
function afterwards(node: string, stays: boolean, [waits]: readonly Pod[], namespace: string): NextStep {
  if (stays) {
    return {
      say: text`Pods of a StatefulSet stay bound to it: remove the node when it will not come back`,
      command: `kubectl delete node ${quote(node)}`,
    };
  }
  if (waits !== undefined) {
    return {
      say: text`The pods that replace them fit no other node. When it will not come back, another one has to fit: this shows what the scheduler misses`,
      command: `kubectl describe pod ${quote(waits.metadata.name)} -n ${quote(namespace)}`,
    };
  }
  return {
    say: text`The pods are evicted by themselves about five minutes after the node went silent; to be faster, drain it`,
    command: `kubectl drain ${quote(node)} --ignore-daemonsets --delete-emptydir-data --force`,
  };
}
