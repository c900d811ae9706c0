import { code, count, joinTexts, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { selectsPods } from '../../model/kinds/service.ts';
import { labelCandidates, selectorFits } from '../../model/selectors/label-candidates.ts';
import { nearestLabels } from '../../model/selectors/nearest-labels.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import { formatSelector, selectorMatches } from '../../model/selectors/selector.ts';
import { workloadWithLabels } from '../../model/selectors/workload-labels.ts';
import { defineCheck } from '../check.ts';

/** With more namespaces than this the labels are common words, and the pods are other people's. */
const MOST_NAMESPACES = 2;

export default defineCheck({
  id: 'pods-in-other-namespace',
  title: 'Pods with these labels run in another namespace; a Service selects only in its own',
  theme: 'selector',
  severity: 'critical',
  kind: 'cause',
  explains: ['selector-matches-no-pods', 'no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'selectedPods', 'namespacePods', 'workloads', 'podsElsewhere'],
  uses: ['allServices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  detects:
    'spec.selector matches no pod of its own namespace and nothing near is there, but live pods in one or two other namespaces that no Service selects there (or the own namespace has no workload at all).',
  find({ service, selectedPods, namespacePods, workloads, podsElsewhere, allServices }) {
    const { selector } = service.spec;
    const { name, namespace } = service.metadata;
    if (!selectsPods(service) || selectedPods.length > 0 || selectorFits(selector, workloads, namespacePods)) return [];
    if (nearestLabels(selector, labelCandidates(workloads, namespacePods), name) !== undefined) return [];
    if (workloadWithLabels(selector, workloads) !== undefined) return [];
    const live = podsElsewhere.filter(isLive);
    const served = (pod: (typeof live)[number]) =>
      allServices === undefined ||
      allServices.some(
        (other) =>
          other.metadata.namespace === pod.metadata.namespace && selectorMatches(other.spec.selector, pod.metadata.labels),
      );
    const unserved = workloads.length === 0 ? live : live.filter((pod) => !served(pod));
    const namespaces = [...new Set(unserved.map((pod) => pod.metadata.namespace))].sort();
    const allNamespaces = new Set(live.map((pod) => pod.metadata.namespace));
    const [there] = namespaces;
    if (there === undefined || allNamespaces.size > MOST_NAMESPACES) return [];
    return [
      {
        say: text`Service ${code(name)} is in namespace ${code(namespace)}, but the pods with ${code(formatSelector(selector))} run in ${joinTexts(namespaces.map(code))}; a Service selects only pods of its own namespace.`,
        evidence: {
          'metadata.namespace': namespace,
          'spec.selector': formatSelector(selector),
          ...Object.fromEntries(
            namespaces.map((one) => [`pods in ${one}`, unserved.filter((pod) => pod.metadata.namespace === one).length]),
          ),
        },
        next: [
          {
            say: text`Create the Service in namespace ${code(there)}; ${count(unserved.length, 'pod')} will then be found`,
            command: getPods(there, selector, ' --show-labels'),
          },
          {
            say: text`Callers then use the name ${code(`${name}.${there}`)}; to keep the name here, make it an ExternalName Service for ${code(`${name}.${there}.svc.cluster.local`)}`,
          },
        ],
      },
    ];
  },
});
