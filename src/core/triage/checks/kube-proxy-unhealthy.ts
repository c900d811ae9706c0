import { code, text } from '../../answer/text.ts';
import { SYSTEM_NAMESPACE } from '../../model/cluster/cluster-dns.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import { refOf } from '../../model/kinds/meta.ts';
import { formatSelector } from '../../model/selectors/selector.ts';
import { logsOf } from '../../model/workloads/workload-commands.ts';
import { quote } from '../../model/commands.ts';
import { defineCheck } from '../check.ts';
import { describePod } from '../words/steps.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'kube-proxy-unhealthy',
  title: 'kube-proxy does not run on some node; Service addresses do not work from there',
  theme: 'cluster',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['nodeDaemons'],
  uses: ['service'],
  about: 'namespace',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#is-the-kube-proxy-working',
  detects:
    'A pod of DaemonSet kube-proxy in kube-system (or of Cilium, kube-router, Calico or OVN where there is no kube-proxy) is not ready for more than a minute although its node is, or a ready node has none. Critical when none is ready, else a warning: the fault shows from those nodes only. Silent for Services that need no proxy (headless, ExternalName) and where no such DaemonSet is known.',
  find({ nodeDaemons, service }) {
    if (service !== undefined && (isHeadless(service) || service.spec.type === 'ExternalName')) return [];
    return nodeDaemons.flatMap(({ daemonSet, broken, missingOn, ready, wished }) => {
      const nodes = [...new Set([...broken.flatMap((pod) => pod.spec.nodeName ?? []), ...missingOn])].sort();
      if (nodes.length === 0) return [];
      const { name } = daemonSet.metadata;
      const [first] = broken;
      return [
        {
          severity: ready === 0 ? ('critical' as const) : ('warning' as const),
          say: text`${code(name)} does not work on ${ready === 0 ? 'any node' : nodes.length === 1 ? text`node ${code(nodes[0] ?? '')}` : text`${nodes.length} nodes (${listNames(nodes)})`}: cluster IPs and node ports do not work from ${nodes.length === 1 ? 'there' : 'these nodes'}, while everything may be well from others.`,
          evidence: {
            [`DaemonSet ${name} status`]: `${ready} ready of ${wished} wished`,
            nodes: listNames(nodes),
            ...(broken.length > 0 && { 'pods that are not ready': listNames(namesOf(broken)) }),
            ...(missingOn.length > 0 && { 'nodes without such a pod': listNames(missingOn) }),
          },
          next: [
            ...(first === undefined
              ? []
              : [
                  {
                    say: text`Read why it does not run`,
                    command: logsOf(first, first.spec.containers[0]?.name ?? name, false),
                  },
                  describePod(first),
                ]),
            {
              say: text`See it on all nodes`,
              command: `kubectl get pods -n ${SYSTEM_NAMESPACE} -l ${quote(formatSelector(daemonSet.spec.selector))} -o wide`,
            },
          ],
          object: refOf(daemonSet),
        },
      ];
    });
  },
});
