import { code, text } from '../../answer/text.ts';
import { countEndpoints } from '../../model/endpoints/endpoint-state.ts';
import { isHeadless, selectsPods } from '../../model/kinds/service.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';
import { scale } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { nodeFault } from '../../model/cluster/node-fault.ts';

export default defineCheck({
  id: 'no-redundancy',
  title: 'All traffic depends on one pod or one node',
  theme: 'workload',
  severity: 'info',
  kind: 'note',
  explains: [],
  needs: ['service', 'slices', 'livePods', 'nodes'],
  onlyAlone: true,
  last: true,
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
  detects:
    'Exactly one endpoint is ready, or all of them are on one node while the cluster has several. Silent on a single-node cluster, for a StatefulSet of one, for webhooks and headless Services, and when something is broken.',
  find({ service, slices, livePods, nodes, sofar }) {
    const { name, namespace } = service.metadata;
    if (sofar.trouble || !selectsPods(service) || isHeadless(service) || /webhook/u.test(name)) return [];
    if (namespace === 'kube-system') return [];
    const usable = [...nodes.values()].filter((node) => !node.spec.unschedulable && nodeFault(node) === undefined);
    const { ready } = countEndpoints(slices);
    const names = new Set(ready.map((endpoint) => endpoint.target?.name));
    const pods = livePods.filter((pod) => names.has(pod.metadata.name));
    const [first] = pods;
    if (first === undefined || pods.length !== ready.length || usable.length < 2) return [];
    const owner = topOwner(first);
    const node = nodes.get(first.spec.nodeName ?? '');
    const single = pods.length === 1;
    if (single && owner.kind === 'StatefulSet') return [];
    if (!single && new Set(pods.map((pod) => pod.spec.nodeName)).size > 1) return [];
    const leaving =
      node?.spec.unschedulable === true || node?.spec.taints.some((taint) => taint.effect === 'NoExecute') === true;
    const command = single ? scale(owner, 2) : undefined;
    return [
      {
        say: text`All traffic of Service ${code(name)} depends on ${single ? text`the one pod ${code(first.metadata.name)}` : text`node ${code(first.spec.nodeName ?? '')}, where all ${pods.length} pods run`}${leaving ? text`, and its node ${code(first.spec.nodeName ?? '')} is about to be emptied` : ''}.`,
        evidence: {
          'endpoints ready': ready.length,
          'spec.nodeName': first.spec.nodeName ?? '',
          ...(leaving && { 'node is cordoned or tainted': true }),
        },
        next: [
          {
            say: single ? text`Run a second pod` : text`Spread the pods over the nodes`,
            ...(command !== undefined && { command }),
          },
          {
            say: text`Add ${code('topologySpreadConstraints')} over ${code('kubernetes.io/hostname')} and a PodDisruptionBudget`,
          },
        ],
      },
    ];
  },
});
