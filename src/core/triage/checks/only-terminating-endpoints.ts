import { code, count, text } from '../../answer/text.ts';
import { getPods } from '../../model/commands.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isWithinStartBudget } from '../../model/pods/start-budget.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'only-terminating-endpoints',
  title: 'Only pods that are shutting down still answer',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'symptom',
  explains: ['no-ready-endpoints'],
  needs: ['service', 'slices', 'livePods'],
  source: 'https://kubernetes.io/docs/tutorials/services/pods-and-endpoint-termination-flow/',
  detects:
    'No endpoint is ready, and at least one is terminating and still serving: traffic goes there until its grace period ends. Silent while replacements are young.',
  find({ service, slices, livePods, now }) {
    const { ready, terminating } = countEndpoints(slices);
    const serving = terminating.filter((endpoint) => endpoint.serving);
    if (ready.length > 0 || serving.length === 0 || livePods.some((pod) => isWithinStartBudget(pod, now))) return [];
    const names = serving.map((endpoint) => endpoint.target?.name ?? endpoint.addresses.join());
    return [
      {
        say: text`Only ${count(serving.length, 'pod')} that ${serving.length === 1 ? 'is' : 'are'} shutting down still ${serving.length === 1 ? 'answers' : 'answer'} for Service ${code(service.metadata.name)}; when the grace period ends, nothing does.`,
        evidence: { 'endpoints[].conditions.terminating': true, 'endpoints ready': 0, pods: listNames(names) },
        next: [
          {
            say: text`See why no replacement gets ready (scaled to zero, strategy Recreate, no node that fits)`,
            command: getPods(service.metadata.namespace, service.spec.selector, ' -o wide'),
          },
        ],
      },
    ];
  },
});
