import { code, count, text } from '../../answer/text.ts';
import { mergePatch } from '../../model/commands.ts';
import { isMember } from '../../model/workloads/governing-service.ts';
import { isHeadless } from '../../model/kinds/service.ts';
import type { PodTrouble } from '../../model/pods/pod-trouble.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { resolutionFailure } from '../../model/names/used-names.ts';
import { defineCheck } from '../check.ts';
import { listNames, namesOf } from '../words/troubled-pods.ts';

export default defineCheck({
  id: 'headless-peers-hidden',
  title: 'Peers wait for each other, but names of pods that are not ready do not resolve',
  theme: 'stateful',
  severity: 'warning',
  kind: 'cause',
  explains: [],
  needs: ['service', 'livePods', 'statefulSets', 'podTroubles'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields',
  detects:
    'A headless Service that governs a StatefulSet of two or more replicas does not publish addresses that are not ready, and no pod is ready: the pods run and fail their probes, or could not resolve a name. An application that looks for its peers before it is ready can then never start. Silent when any pod is ready, and when the pods have another cause (image, scheduling, configuration, a probe that asks for the wrong thing).',
  find({ service, livePods, statefulSets, podTroubles }) {
    if (!isHeadless(service) || service.spec.publishNotReadyAddresses || livePods.some(isReady)) return [];
    return statefulSets.flatMap(({ statefulSet, serviceName }) => {
      const { desired, podManagementPolicy } = statefulSet.spec;
      const pods = livePods.filter((pod) => isMember(pod, statefulSet));
      if (serviceName !== service.metadata.name || desired < 2 || pods.length === 0) return [];
      const troubles = podTroubles.filter((one) => pods.includes(one.pod));
      if (!troubles.every(mayWaitForPeers)) return [];
      const { name } = service.metadata;
      const waits = pods.length < desired && podManagementPolicy === 'OrderedReady';
      return [
        {
          say: text`No pod of StatefulSet ${code(statefulSet.metadata.name)} is ready (${pods.length} of ${desired} there${waits ? ', as OrderedReady waits for the first' : ''}), and Service ${code(name)} hides pods that are not ready: if the application looks for its peers by name before it reports ready, it can never start.`,
          evidence: {
            'spec.publishNotReadyAddresses': false,
            'StatefulSet spec.podManagementPolicy': podManagementPolicy ?? 'OrderedReady',
            'StatefulSet spec.replicas': desired,
            'pods, none ready': listNames(namesOf(pods)),
          },
          next: [
            {
              say: text`Publish the names of pods that are not ready (clients then need a second Service without it)`,
              command: mergePatch(service, { spec: { publishNotReadyAddresses: true } }),
            },
            {
              say: text`See whether the ${count(pods.length, 'pod')} complain about names of peers`,
              command: `kubectl logs ${pods[0]?.metadata.name ?? ''} -n ${service.metadata.namespace}`,
            },
          ],
          pods: namesOf(pods),
        },
      ];
    });
  },
});

/** Running and not ready for an unknown reason, or ended for a name. A status below 500 is the probe's own mistake. */
function mayWaitForPeers(trouble: PodTrouble): boolean {
  if (trouble.kind === 'probe') return !(trouble.failure?.kind === 'status' && (trouble.failure.status ?? 500) < 500);
  return (trouble.kind === 'crash' || trouble.kind === 'liveness') && resolutionFailure(trouble.pod) !== undefined;
}
