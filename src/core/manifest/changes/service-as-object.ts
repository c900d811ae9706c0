import type { Service } from '../../model/kinds/service.ts';
import type { ManifestObject } from '../kubernetes-object.ts';

/** kubectl's own memory of what was applied last. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What a person would have written for a Service that is there: without what only the API server sets. */
export function serviceAsObject({ metadata, spec }: Service): ManifestObject {
  const outside = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  const ports = spec.ports.map(({ name, protocol, port, targetPort, nodePort, appProtocol }) => ({
    ...(name === '' ? {} : { name }),
    protocol,
    port,
    targetPort,
    ...(appProtocol === undefined ? {} : { appProtocol }),
    ...(nodePort === undefined || !outside ? {} : { nodePort }),
  }));
  const annotations = Object.entries(metadata.annotations).filter(([key]) => key !== LAST_APPLIED);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: metadata.name,
      namespace: metadata.namespace,
      ...(annotations.length === 0 ? {} : { annotations: Object.fromEntries(annotations) }),
    },
    spec: {
      type: spec.type,
      ...(spec.clusterIP === '' || spec.type === 'ExternalName' ? {} : { clusterIP: spec.clusterIP }),
      ...(spec.externalName === undefined ? {} : { externalName: spec.externalName }),
      ...(Object.keys(spec.selector).length === 0 ? {} : { selector: spec.selector }),
      ...(ports.length === 0 ? {} : { ports }),
      ...(outside && spec.externalTrafficPolicy !== undefined ? { externalTrafficPolicy: spec.externalTrafficPolicy } : {}),
      ...(spec.type === 'ExternalName' ? {} : { internalTrafficPolicy: spec.internalTrafficPolicy }),
      ...(spec.publishNotReadyAddresses ? { publishNotReadyAddresses: true } : {}),
      ...(spec.sessionAffinity === 'ClientIP' ? { sessionAffinity: spec.sessionAffinity } : {}),
      ...(spec.loadBalancerClass === undefined ? {} : { loadBalancerClass: spec.loadBalancerClass }),
      ...(spec.loadBalancerSourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: spec.loadBalancerSourceRanges }),
    },
  };
}
