import { code, count, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { isNameOnly } from '../../model/endpoints/name-only.ts';
import { ageSeconds } from '../../model/pods/pod-state.ts';
import { offersPort } from '../../model/endpoints/endpoint-state.ts';
import { startsOnDemand } from '../../model/workloads/who-scaled.ts';
import { defineCheck } from '../check.ts';

/** A Service that was just made gets its EndpointSlice within moments. */
const SETTLE_SECONDS = 10;

export default defineCheck({
  id: 'no-endpoints',
  title: 'The Service has no endpoints',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'symptom',
  explains: ['ingress-backend-unready'],
  needs: ['service', 'slices'],
  uses: ['podTroubles', 'selectedWorkloads'],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices',
  detects:
    'The EndpointSlices labelled for the Service together hold no endpoint, or only endpoints in slices without ports although the Service has ports. Silent for ExternalName, for a Service without selector that an operator uses as a name only, for a workload that the first request starts, and for a Service younger than ten seconds.',
  find({ service, slices, podTroubles, selectedWorkloads = [], now }) {
    if (service.spec.type === 'ExternalName' || isNameOnly(service)) return [];
    if ((ageSeconds(service.metadata.createdAt, now) ?? SETTLE_SECONDS) < SETTLE_SECONDS) return [];
    const endpoints = slices.flatMap((slice) => slice.endpoints);
    const usable = slices.filter((slice) => slice.endpoints.length > 0 && offersPort(slice, service));
    if (usable.length > 0) return [];
    // At zero until the first request comes: having no endpoint is its resting state.
    if (selectedWorkloads.some((one) => one.spec.desired === 0 && startsOnDemand(one, service))) return [];
    const { name, namespace } = service.metadata;
    // The API server keeps this one by itself, and it has just answered; it leaves a loopback address out.
    const ownOfApiServer = name === 'kubernetes' && namespace === 'default';
    const headless = service.spec.clusterIP === 'None';
    const gated = podTroubles?.filter((one) => one.kind === 'scheduling-gate').length ?? 0;
    const held = gated === 0 ? '' : ` A scheduling gate holds ${count(gated, 'pod')} of it.`;
    const effect = headless ? 'its DNS name gives no address' : 'connections to it are refused';
    return [
      {
        ...(ownOfApiServer && { severity: 'info' as const }),
        say:
          endpoints.length === 0
            ? text`Service ${code(name)} has no endpoints: ${effect}.${held}`
            : text`Service ${code(name)} has ${count(endpoints.length, 'pod address', 'pod addresses')} but no port to reach them on: ${effect}.`,
        evidence: {
          endpointslices: slices.length,
          endpoints: endpoints.length,
          'endpointslices[].ports': slices.flatMap((slice) => slice.ports).length,
        },
        next: [
          {
            say: text`Look at what the Service offers`,
            command: `kubectl get endpointslices -n ${quote(namespace)} -l kubernetes.io/service-name=${quote(name)}`,
          },
        ],
      },
    ];
  },
});
