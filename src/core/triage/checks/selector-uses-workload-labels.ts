import { code, text } from '../../answer/text.ts';
import { patchSelector } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { selectorFits } from '../../model/selectors/label-candidates.ts';
import { formatSelector } from '../../model/selectors/selector.ts';
import { workloadWithLabels } from '../../model/selectors/workload-labels.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'selector-uses-workload-labels',
  title: "The selector repeats the workload's own labels, which its pods do not have",
  theme: 'selector',
  severity: 'critical',
  kind: 'cause',
  explains: ['selector-matches-no-pods', 'no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods', 'namespacePods', 'workloads'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  detects:
    'spec.selector matches no pod and no spec.template.metadata.labels, but is contained in metadata.labels of a Deployment, StatefulSet or DaemonSet of the namespace.',
  find({ service, selectedPods, namespacePods, workloads }) {
    const { selector } = service.spec;
    if (!selectsPods(service) || selectedPods.length > 0 || selectorFits(selector, workloads, namespacePods)) return [];
    const workload = workloadWithLabels(selector, workloads);
    if (workload === undefined) return [];
    const { labels } = workload.spec.template;
    const missing = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
    const { name } = workload.metadata;
    return [
      {
        say: text`Service ${code(service.metadata.name)} selects ${code(formatSelector(selector))}, which are labels of ${workload.kind} ${code(name)} itself; its pods carry ${code(formatSelector(labels) || 'none')}.`,
        evidence: {
          'spec.selector': formatSelector(selector),
          [`${workload.kind} ${name} metadata.labels`]: formatSelector(workload.metadata.labels),
          [`${workload.kind} ${name} spec.template.metadata.labels`]: formatSelector(labels),
          'missing on the pods': missing.map(([key, value]) => `${key}=${value}`).join(', '),
        },
        next: [
          {
            say: text`Select by the labels of the pod template`,
            command: patchSelector(service, {
              ...Object.fromEntries(missing.map(([key]) => [key, labels[key] ?? null])),
              ...(Object.keys(selector).length === missing.length ? workload.spec.selector : {}),
            }),
          },
          {
            say: text`Or add the missing labels to ${code('spec.template.metadata.labels')} of ${workload.kind} ${code(name)} and roll out`,
          },
        ],
      },
    ];
  },
});
