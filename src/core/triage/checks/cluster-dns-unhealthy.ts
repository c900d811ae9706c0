import type { NextStep } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import { SYSTEM_NAMESPACE, type ClusterDns } from '../../model/cluster/cluster-dns.ts';
import { containersOf, isLooping, lastEnd, waitingReason } from '../../model/pods/container-state.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { shortMessage } from '../../model/pods/kubelet-message.ts';
import { nameSigns } from '../../model/names/name-signs.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { isWithinStartBudget } from '../../model/pods/start-budget.ts';
import { logsOf } from '../../model/workloads/workload-commands.ts';
import { defineCheck } from '../check.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

const DNS_PODS = 'k8s-app=kube-dns';

export default defineCheck({
  id: 'cluster-dns-unhealthy',
  title: "The cluster's DNS does not work; Service names do not resolve for anybody",
  theme: 'cluster',
  severity: 'critical',
  kind: 'cause',
  explains: ['readiness-probe-failing', 'pods-crash-looping', 'init-container-stuck'],
  needs: ['clusterDns'],
  uses: ['service', 'podTroubles', 'findService'],
  about: 'both',
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/',
  detects:
    "In kube-system the Service kube-dns (or the one that selects k8s-app=kube-dns) has no ready endpoint, or is missing although DNS pods are to run; a warning when only some of the DNS pods are ready. In a scan it is told once, and with each Service whose pods' trouble points to a name. Silent where no DNS runs in kube-system and a cloud may run it elsewhere.",
  find({ clusterDns, service, podTroubles, findService, target, alone, now }) {
    if (clusterDns === undefined || clusterDns.mayBeOutside) return [];
    const broken = stateOf(clusterDns, now);
    if (broken === undefined) return [];
    const signs = nameSigns(podTroubles ?? [], findService ?? (() => 'unknown'));
    // In a scan the cluster's own trouble is not repeated with every Service.
    if (target.name !== '' && !alone && signs.length === 0) return [];
    if (target.namespace === SYSTEM_NAMESPACE && service !== undefined && service === clusterDns.service) return [];
    const looping = clusterDns.pods.find((pod) => containersOf(pod).some((one) => isLooping(one, now)));
    const words = looping === undefined ? undefined : lastWords(looping);
    return [
      {
        severity: clusterDns.readyEndpoints === 0 ? ('critical' as const) : ('warning' as const),
        say: text`${broken}${loopWords(words)}`,
        evidence: {
          'Service kube-dns': clusterDns.service === undefined ? 'missing' : `${clusterDns.readyEndpoints} ready`,
          'DNS pods': `${clusterDns.pods.filter(isReady).length} of ${clusterDns.pods.length} ready`,
          ...(clusterDns.pods.length > 0 && {
            'not ready': listNames(namesOf(clusterDns.pods.filter((pod) => !isReady(pod)))) || 'none',
          }),
          ...(words !== undefined && { 'last words': shortMessage(words) }),
          ...(signs[0] !== undefined && { [`Pod ${signs[0].pod.metadata.name}`]: signs[0].say }),
        },
        next: stepsFor(clusterDns, looping),
        object: { kind: 'Service', namespace: SYSTEM_NAMESPACE, name: clusterDns.service?.metadata.name ?? 'kube-dns' },
        pods: namesOf(signs.map(({ pod }) => pod)),
      },
    ];
  },
});

function stateOf(dns: ClusterDns, now: number): Text | undefined {
  const ready = dns.pods.filter(isReady).length;
  if (dns.service === undefined) {
    return text`The cluster's DNS has no Service: ${code('kube-dns')} is missing in namespace ${code(SYSTEM_NAMESPACE)}, so that pods cannot reach it and no Service name resolves.`;
  }
  const { name } = dns.service.metadata;
  if (dns.readyEndpoints === 0) {
    return text`The cluster's DNS does not answer: Service ${code(`${SYSTEM_NAMESPACE}/${name}`)} has no ready endpoint (${dns.pods.length === 0 ? 'no DNS pod runs' : `${ready} of ${dns.pods.length} DNS pods ready`}), so no Service name resolves.`;
  }
  // A new pod of a rollout is only late.
  if (dns.pods.some((pod) => !isReady(pod) && !isWithinStartBudget(pod, now))) {
    return text`Only ${ready} of ${dns.pods.length} pods of the cluster's DNS (Service ${code(`${SYSTEM_NAMESPACE}/${name}`)}) are ready: names may resolve late or not at all.`;
  }
  return undefined;
}

function loopWords(words: string | undefined): Text {
  if (words === undefined) return text``;
  return /\bLoop \(/u.test(words)
    ? text` CoreDNS stopped because it found a forwarding loop: its upstream resolver leads back to itself.`
    : text` CoreDNS said: ${shortMessage(words, 140)}`;
}

function lastWords(pod: Pod): string | undefined {
  const found = containersOf(pod).map((one) => lastEnd(one)?.message || waitingReason(one));
  return found.find((one) => one !== '');
}

function stepsFor(dns: ClusterDns, looping: Pod | undefined): readonly NextStep[] {
  const look: NextStep = {
    say: text`See the DNS pods and endpoints`,
    command: `kubectl get pods,endpointslices -n ${SYSTEM_NAMESPACE} -l ${DNS_PODS}`,
  };
  const pod = dns.pods.find((one) => !isReady(one));
  if (pod === undefined) return [look];
  const container = pod.spec.containers[0]?.name ?? 'coredns';
  return [{ say: text`Read why it does not serve`, command: logsOf(pod, container, looping !== undefined) }, look];
}
