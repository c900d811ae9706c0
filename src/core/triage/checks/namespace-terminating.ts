import { formatAge } from '../../answer/age.ts';
import { code, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'namespace-terminating',
  title: 'The namespace is being deleted; nothing new can start in it',
  theme: 'scope',
  severity: 'critical',
  kind: 'cause',
  explains: [
    'service-being-deleted',
    'service-not-found',
    'no-endpoints',
    'no-ready-endpoints',
    'pod-creation-refused',
    'pods-stuck-terminating',
    'selector-matches-no-pods',
  ],
  needs: ['namespaceObject'],
  whenMissing: true,
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  detects: 'The Namespace has status.phase Terminating. Its conditions name what holds it.',
  find({ namespaceObject, target, now }) {
    if (namespaceObject?.status.phase !== 'Terminating') return [];
    const holding = namespaceObject.status.conditions.filter((one) => one.status === 'True' && one.message !== '');
    const { deletedAt } = namespaceObject.metadata;
    const since = deletedAt === undefined ? '' : ` since ${formatAge(now - deletedAt)}`;
    return [
      {
        say: text`Namespace ${code(target.namespace)} is being deleted${since} (phase Terminating), so nothing new can start in it.${holding.length === 0 ? '' : ` What holds it: ${shortMessage(holding.map((one) => one.message).join(' '))}`}`,
        evidence: {
          'Namespace status.phase': 'Terminating',
          ...(since !== '' && { 'metadata.deletionTimestamp': `${since.replace(' since ', '')} ago` }),
          ...Object.fromEntries(holding.map((one) => [`condition ${one.type}`, shortMessage(one.message)])),
        },
        next: [
          {
            say: text`Resolve what its conditions name; do not force-finalize the namespace`,
            command: `kubectl get namespace ${quote(target.namespace)} -o jsonpath='{.status.conditions}'`,
          },
          { say: text`Create the Service in another namespace, or here again once the deletion has finished` },
        ],
      },
    ];
  },
});
