import { code, count, text } from '../../answer/text.ts';
import { hasRollouts, patchPodSpec } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { formatOwner, listNames, namesOf } from '../words/troubled-pods.ts';
import { nameSigns } from '../../model/names/name-signs.ts';

export default defineCheck({
  id: 'dns-policy-breaks-names',
  title: 'Pods cannot resolve Service names because of their DNS settings',
  theme: 'cluster',
  severity: 'warning',
  kind: 'cause',
  explains: ['init-container-stuck', 'pods-crash-looping', 'readiness-probe-failing'],
  needs: ['service', 'strayCallers'],
  uses: ['podTroubles', 'findService'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
  detects:
    "Pods behind the Service, or callers of it in its namespace, name a Service in their environment, command or arguments and do not ask the cluster's DNS: hostNetwork with dnsPolicy ClusterFirst, dnsPolicy Default, dnsPolicy None without the cluster's server or search domains, or an ndots so low that the name is not completed. Silent for pods that name no Service, and in kube-system.",
  find({ service, strayCallers, podTroubles, findService }) {
    const signs = nameSigns(podTroubles ?? [], findService ?? (() => 'unknown'));
    return strayCallers.map(({ owner, pods, settings, say, fix, uses }) => {
      const { name, namespace } = service.metadata;
      const used = uses.find((one) => one.service.name === name && one.service.namespace === namespace) ?? uses[0];
      const step = text`Let the pods ask the cluster's DNS`;
      return {
        say: text`The pods of ${formatOwner(owner)} ${say}; names such as ${code(used?.host ?? name)} (${used?.at ?? ''}) do not resolve there.`,
        evidence: {
          ...settings,
          'Services that they name': listNames(uses.map((one) => `${one.host} (${one.at})`)),
          pods: `${count(pods.length, 'pod')}: ${listNames(namesOf(pods))}`,
        },
        next: [
          hasRollouts(owner)
            ? { say: step, command: patchPodSpec(owner, fix) }
            : { say: text`${step}: set ${code(JSON.stringify(fix))} in the pod's spec` },
        ],
        object: owner,
        // It explains the trouble of the pods that show a sign of it, and nobody else's.
        pods: namesOf(signs.map(({ pod }) => pod).filter((pod) => pods.includes(pod))),
      };
    });
  },
});
