import { code, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { formatSelector } from '../../model/selectors/selector.ts';
import { defineCheck } from '../check.ts';

/** As many workloads as fit one screen. */
const MOST_LISTED = 6;

export default defineCheck({
  id: 'selector-matches-no-pods',
  title: 'The selector matches no pod',
  theme: 'selector',
  severity: 'critical',
  kind: 'symptom',
  explains: ['no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods', 'namespacePods', 'workloads', 'selectedWorkloads'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#is-the-service-defined-correctly',
  detects:
    'spec.selector is not empty and no pod of the namespace, of any phase, matches all its pairs. Silent when the template of a workload matches: then the question is why it has no pods.',
  find({ service, selectedPods, namespacePods, workloads, selectedWorkloads }) {
    if (!selectsPods(service) || selectedPods.length > 0 || selectedWorkloads.length > 0) return [];
    const { selector } = service.spec;
    const { name, namespace } = service.metadata;
    const perPair = Object.entries(selector).map(
      ([key, value]) =>
        [`pods with ${key}=${value}`, namespacePods.filter((pod) => pod.metadata.labels[key] === value).length] as const,
    );
    const there = workloads
      .slice(0, MOST_LISTED)
      .map((one) => `${one.metadata.name} (${formatSelector(one.spec.template.labels)})`);
    const more = workloads.length > MOST_LISTED ? ` and ${workloads.length - MOST_LISTED} more` : '';
    return [
      {
        say: text`Service ${code(name)} selects ${code(formatSelector(selector))}, and no pod of namespace ${code(namespace)} has ${Object.keys(selector).length === 1 ? 'this label' : 'these labels'}.`,
        evidence: {
          'spec.selector': formatSelector(selector),
          ...Object.fromEntries(perPair),
          'pods in the namespace': namespacePods.length,
          'workloads and the labels of their pods': there.length === 0 ? 'none' : `${there.join('; ')}${more}`,
        },
        next: [
          {
            say: text`Compare with the labels that the pods have; then correct the selector, or deploy the missing workload`,
            command: getPods(namespace, {}, ' --show-labels'),
          },
        ],
      },
    ];
  },
});
