import { code, count, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { ageSeconds } from '../../model/pod-state.ts';
import { offersPort } from '../../model/endpoint-state.ts';
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
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices',
  detects:
    'The EndpointSlices labelled for the Service together hold no endpoint, or only endpoints in slices without ports although the Service has ports. Silent for ExternalName and for a Service younger than ten seconds.',
  find({ service, slices, now }) {
    if (service.spec.type === 'ExternalName') return [];
    if ((ageSeconds(service.metadata.createdAt, now) ?? SETTLE_SECONDS) < SETTLE_SECONDS) return [];
    const endpoints = slices.flatMap((slice) => slice.endpoints);
    const usable = slices.filter((slice) => slice.endpoints.length > 0 && offersPort(slice, service));
    if (usable.length > 0) return [];
    const { name, namespace } = service.metadata;
    // The API server keeps this one by itself, and it has just answered; it leaves a loopback address out.
    const ownOfApiServer = name === 'kubernetes' && namespace === 'default';
    const headless = service.spec.clusterIP === 'None';
    const effect = headless ? 'its DNS name gives no address' : 'connections to it are refused';
    return [
      {
        ...(ownOfApiServer && { severity: 'info' as const }),
        say:
          endpoints.length === 0
            ? text`Service ${code(name)} has no endpoints: ${effect}.`
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
