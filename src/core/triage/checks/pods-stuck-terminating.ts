import { formatAge } from '../../answer/age.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { Node } from '../../model/kinds/cluster.ts';
import { nodeFault } from '../../model/cluster/node-fault.ts';
import { isEnded } from '../../model/pods/pod-state.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { howMany, listNames, namesOf, severityFor } from '../words/troubled-pods.ts';

/** deletionTimestamp already holds the end of the grace period. */
const LATE_MS = 60_000;

export default defineCheck({
  id: 'pods-stuck-terminating',
  title: 'Pods hang in termination',
  theme: 'pods',
  severity: 'warning',
  kind: 'cause',
  explains: ['only-terminating-endpoints', 'some-endpoints-not-ready', 'no-ready-endpoints', 'rollout-stuck'],
  needs: ['service', 'selectedPods', 'livePods'],
  uses: ['nodes'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  detects:
    "A selected pod's deletionTimestamp, which contains its grace period, is more than a minute in the past. Critical when no other selected pod is ready. Silent within the grace period.",
  find({ service, selectedPods, livePods, nodes, now }) {
    const hanging = selectedPods.filter((pod) => {
      const { deletedAt } = pod.metadata;
      return deletedAt !== undefined && now - deletedAt > LATE_MS && !isEnded(pod);
    });
    const [first] = hanging;
    if (first === undefined) return [];
    const { metadata, spec } = first;
    const late = formatAge(now - (metadata.deletedAt ?? now));
    const node = nodes?.get(spec.nodeName ?? '');
    const names = namesOf(hanging);
    return [
      {
        severity: severityFor(livePods),
        say: text`${hanging.length === 1 ? text`Pod ${code(metadata.name)}` : howMany(hanging, selectedPods)} of Service ${code(service.metadata.name)} should have ended ${late} ago and still ${hanging.length === 1 ? 'hangs' : 'hang'} in termination${reason(first, node)}.`,
        evidence: {
          'past metadata.deletionTimestamp by': late,
          'metadata.finalizers': metadata.finalizers.join(', ') || 'none',
          'spec.nodeName': spec.nodeName ?? 'none',
          ...(node !== undefined && { 'node Ready': nodeFault(node) === undefined ? 'True' : 'not True' }),
          pods: listNames(names),
        },
        next: [
          describePod(first),
          ...(node !== undefined && nodeFault(node) !== undefined
            ? [{ say: text`Repair or remove its node`, command: `kubectl describe node ${quote(node.metadata.name)}` }]
            : []),
          {
            say: text`Only after making sure that the process no longer runs${topOwner(first).kind === 'StatefulSet' ? ' (a StatefulSet does not replace it before)' : ''}`,
            command: `kubectl delete pod ${quote(metadata.name)} -n ${quote(metadata.namespace)} --force --grace-period=0`,
          },
        ],
        pods: names,
      },
    ];
  },
});

function reason({ metadata }: Pod, node: Node | undefined): Text {
  if (node !== undefined && nodeFault(node) !== undefined)
    return text`: its node ${code(node.metadata.name)} is not ready, so no kubelet ends it`;
  if (metadata.finalizers.length > 0) return text`: finalizer ${code(metadata.finalizers.join(', '))} holds it`;
  return text``;
}
