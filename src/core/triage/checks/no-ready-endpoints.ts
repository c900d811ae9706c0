import { code, count, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'no-ready-endpoints',
  title: 'The Service has endpoints, but none is ready',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'symptom',
  explains: ['ingress-backend-unready'],
  needs: ['service', 'slices'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions',
  detects: 'There is at least one endpoint that is not terminating, and all of them have conditions.ready false.',
  find({ service, slices }) {
    const { ready, notReady } = countEndpoints(slices);
    if (ready.length > 0 || notReady.length === 0) return [];
    const pods = notReady.flatMap((endpoint) => (endpoint.target?.kind === 'Pod' ? [endpoint.target.name] : []));
    return [
      {
        say: text`None of the ${count(notReady.length, 'endpoint')} of Service ${code(service.metadata.name)} is ready, so it sends no traffic anywhere.`,
        evidence: {
          'endpoints[].conditions.ready': false,
          'endpoints not ready': notReady.length,
          ...(pods.length > 0 && { pods: pods.slice(0, 5).join(', ') }),
        },
        next: [
          {
            say: text`See why the pods are not ready`,
            command: getPods(service.metadata.namespace, service.spec.selector, ' -o wide'),
          },
        ],
        pods,
      },
    ];
  },
});
