import { code, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isWithinStartBudget } from '../../model/pods/start-budget.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'some-endpoints-not-ready',
  title: 'Part of the endpoints is not ready; the rest carries the load',
  theme: 'endpoints',
  severity: 'warning',
  kind: 'symptom',
  explains: [],
  needs: ['service', 'slices', 'selectedPods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
  detects:
    'At least one endpoint is ready and at least one that is not terminating has conditions.ready false. Silent while the not-ready pods are younger than their probes allow.',
  find({ service, slices, selectedPods, now }) {
    const { ready, notReady } = countEndpoints(slices);
    if (ready.length === 0 || notReady.length === 0) return [];
    const byName = new Map(selectedPods.map((pod) => [pod.metadata.name, pod]));
    const late = notReady.filter((endpoint) => {
      const pod = byName.get(endpoint.target?.name ?? '');
      return pod === undefined || !isWithinStartBudget(pod, now);
    });
    if (late.length === 0) return [];
    const pods = late.flatMap((endpoint) => (endpoint.target?.kind === 'Pod' ? [endpoint.target.name] : []));
    return [
      {
        say: text`${late.length} of the ${ready.length + notReady.length} endpoints of Service ${code(service.metadata.name)} ${late.length === 1 ? 'is' : 'are'} not ready; the rest carries the load.`,
        evidence: {
          'endpoints ready': ready.length,
          'endpoints not ready': late.length,
          ...(pods.length > 0 && { pods: pods.slice(0, 5).join(', ') }),
        },
        next: [
          {
            say: text`See why these pods are not ready`,
            command: getPods(service.metadata.namespace, service.spec.selector, ' -o wide'),
          },
        ],
        pods,
      },
    ];
  },
});
