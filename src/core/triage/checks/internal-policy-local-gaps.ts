import { code, text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import { localGaps } from '../../model/endpoints/local-gaps.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import { defineCheck } from '../check.ts';
import { listNames } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'internal-policy-local-gaps',
  title: 'internalTrafficPolicy Local drops calls from nodes without a ready pod',
  theme: 'policy',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'slices', 'nodes'],
  uses: ['selectedPods', 'namespacePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
  detects:
    'internalTrafficPolicy is Local, some endpoint is ready, and a ready schedulable node has none: pods there get no connection. Silent with a pod on every schedulable node (a DaemonSet), for headless Services, and without any ready endpoint.',
  find({ service, slices, nodes, selectedPods, namespacePods }) {
    if (service.spec.internalTrafficPolicy !== 'Local' || service.spec.type === 'ExternalName' || isHeadless(service))
      return [];
    const found = localGaps(slices, selectedPods, nodes, false);
    if (found === undefined || found.gaps.length === 0) return [];
    const [gap = ''] = found.gaps;
    const gaps = new Set(found.gaps);
    const callers = (namespacePods ?? []).filter((pod) => isLive(pod) && gaps.has(pod.spec.nodeName ?? ''));
    return [
      {
        say: text`Pods on ${found.gaps.length === 1 ? text`node ${code(gap)}` : text`nodes ${listNames(found.gaps)}`} cannot reach Service ${code(service.metadata.name)}, although it has ready endpoints: ${code('internalTrafficPolicy')} is Local and none of them runs there.`,
        evidence: {
          'spec.internalTrafficPolicy': 'Local',
          'nodes with a ready endpoint': listNames(found.served),
          'nodes without': listNames(found.gaps),
          'pods of the namespace on those':
            namespacePods === undefined ? 'not read' : listNames(callers.map((pod) => pod.metadata.name)) || 'none',
        },
        next: [
          {
            say: text`Let pods call endpoints on other nodes too`,
            command: mergePatch(service, { spec: { internalTrafficPolicy: 'Cluster' } }),
          },
          { say: text`Or run the backend on every node, as a DaemonSet` },
        ],
      },
    ];
  },
});
