import { code, text, type Text } from '../../answer/text.ts';
import { getPods, quote } from '../../model/commands.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { isEnded } from '../../model/pods/pod-state.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { defineCheck } from '../check.ts';
import { formatOwner, listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'pods-completed-or-evicted',
  title: 'The selected pods have ended (completed, failed or evicted)',
  theme: 'pods',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'selector-matches-several-workloads', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods', 'selectedWorkloads'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase',
  detects:
    'The selector matches pods, and all of them are Succeeded or Failed. Silent when a live pod is selected too, and when the workload is scaled to zero.',
  find({ service, selectedPods, selectedWorkloads }) {
    const [first] = selectedPods;
    if (first === undefined || !selectedPods.every(isEnded)) return [];
    if (selectedWorkloads.length > 0 && selectedWorkloads.every((workload) => workload.spec.desired === 0)) return [];
    const { name, namespace } = service.metadata;
    const { status } = first;
    const owner = topOwner(first);
    const one = selectedPods.length === 1;
    return [
      {
        say: text`${one ? 'The only pod' : `All ${selectedPods.length} pods`} that Service ${code(name)} selects ${one ? 'has' : 'have'} ended (${howEnded(first)}), and ended pods are never endpoints.${whoseThey(owner)}`,
        evidence: {
          'status.phase': [...new Set(selectedPods.map((pod) => pod.status.phase))].join(', '),
          ...(status.reason !== '' && { 'status.reason': status.reason }),
          ...(status.message !== '' && { 'status.message': shortMessage(status.message) }),
          owner: owner.kind === 'Pod' ? 'none: nobody makes a new one' : formatOwner(owner),
          pods: listNames(namesOf(selectedPods)),
        },
        next: [
          {
            say: text`See what ended, and make the Service select pods that keep running: a server belongs into a Deployment`,
            command: getPods(namespace, service.spec.selector, ' --show-labels'),
          },
          ...(status.phase === 'Failed'
            ? [
                {
                  say: text`Clean up what has failed`,
                  command: `kubectl delete pods -n ${quote(namespace)} --field-selector=status.phase=Failed`,
                },
              ]
            : []),
        ],
      },
    ];
  },
});

function howEnded({ status }: Pod): string {
  return status.reason === '' ? status.phase : `${status.phase}, ${status.reason}`;
}

function whoseThey({ kind, name }: { readonly kind: string; readonly name: string }): Text {
  if (kind === 'Pod') return text` No workload owns it, so nobody makes a new one.`;
  return kind === 'Job' || kind === 'CronJob' ? text` They belong to ${kind} ${code(name)}, whose pods end by design.` : text``;
}
