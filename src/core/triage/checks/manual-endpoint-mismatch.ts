import { code, joinTexts, text } from '../../answer/text.ts';
import { quote } from '../../model/commands.ts';
import { sliceFaults } from '../../model/endpoints/hand-made-slices.ts';
import { isHandMade, isMirrored } from '../../model/endpoints/slice-manager.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  id: 'manual-endpoint-mismatch',
  title: 'The hand-made EndpointSlice does not fit the Service',
  theme: 'endpoints',
  severity: 'critical',
  kind: 'cause',
  explains: ['no-endpoints', 'ingress-backend-unready'],
  needs: ['service', 'slices'],
  uses: ['allServices', 'namespacePods'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  detects:
    "A slice without a controller, of a Service without selector, has other port names or protocols than the Service, no ports, an address family that the Service lacks, host names, a Service's cluster IP, or a pod that is gone. The port number may differ. A warning while another slice fits.",
  find({ service, slices, allServices, namespacePods }) {
    const { name, namespace } = service.metadata;
    if (service.spec.type === 'ExternalName' || Object.keys(service.spec.selector).length > 0) return [];
    if (name === 'kubernetes' && namespace === 'default') return [];
    const own = slices.filter(
      (slice) => slice.endpoints.length > 0 && (isHandMade(slice) || isMirrored(slice) || !isKept(slice.metadata.labels)),
    );
    const faults = own.flatMap((slice) => sliceFaults(service, slice, allServices, namespacePods));
    const [first] = faults;
    if (first === undefined) return [];
    const bad = new Set(faults.map((fault) => fault.slice));
    return [
      {
        severity: slices.some((slice) => slice.endpoints.length > 0 && !bad.has(slice))
          ? ('warning' as const)
          : ('critical' as const),
        say: text`The hand-made EndpointSlice ${code(first.slice.metadata.name)} does not fit Service ${code(name)}, so no traffic goes there: it ${joinTexts(faults.filter((fault) => fault.slice === first.slice).map((fault) => fault.say))}.`,
        evidence: {
          'spec.ports[].name of the Service': service.spec.ports.map((port) => port.name || '(unnamed)').join(', ') || 'none',
          ...Object.fromEntries(faults.map((fault) => [`${fault.slice.metadata.name} ${fault.field}`, fault.value])),
          'endpoints[].addresses': first.slice.endpoints
            .flatMap((endpoint) => endpoint.addresses)
            .slice(0, 5)
            .join(', '),
        },
        next: [
          {
            say: text`Make ${code('ports[].name')} equal to the Service's port name, and list real addresses`,
            command: `kubectl edit endpointslice ${quote(first.slice.metadata.name)} -n ${quote(namespace)}`,
          },
        ],
      },
    ];
  },
});

/** Kept by a controller of Kubernetes itself. */
function isKept(labels: Readonly<Record<string, string>>): boolean {
  return (labels['endpointslice.kubernetes.io/managed-by'] ?? '').endsWith('.k8s.io');
}
