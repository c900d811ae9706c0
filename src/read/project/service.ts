import type { Service, ServicePort } from '../../core/model/kinds/service.ts';
import { projectConditions, projectMeta } from './meta.ts';
import {
  array,
  intOrString,
  number,
  oneOf,
  optionalNumber,
  optionalString,
  raw,
  string,
  stringMap,
  strings,
  unlessZero,
  type Raw,
} from './raw.ts';

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;

/** Applies the API defaults: type ClusterIP, protocol TCP, targetPort = port, internalTrafficPolicy Cluster. */
export function projectService(object: Raw): Service {
  const spec = raw(object['spec']);
  const clusterIPs = strings(spec['clusterIPs']);
  const affinity = raw(raw(spec['sessionAffinityConfig'])['clientIP']);
  return {
    kind: 'Service',
    metadata: projectMeta(object, { changes: true }),
    spec: {
      type: oneOf(spec['type'], types, 'ClusterIP'),
      selector: stringMap(spec['selector']),
      ports: array(spec['ports']).map(raw).map(projectServicePort),
      clusterIP: string(spec['clusterIP']) || (clusterIPs[0] ?? ''),
      clusterIPs,
      ipFamilies: strings(spec['ipFamilies']),
      ipFamilyPolicy: optionalString(spec['ipFamilyPolicy']),
      externalIPs: strings(spec['externalIPs']),
      externalName: optionalString(spec['externalName']),
      externalTrafficPolicy:
        spec['externalTrafficPolicy'] === undefined
          ? undefined
          : oneOf(spec['externalTrafficPolicy'], ['Cluster', 'Local'] as const, 'Cluster'),
      internalTrafficPolicy: oneOf(spec['internalTrafficPolicy'], ['Cluster', 'Local'] as const, 'Cluster'),
      trafficDistribution: optionalString(spec['trafficDistribution']),
      healthCheckNodePort: unlessZero(spec['healthCheckNodePort']),
      loadBalancerClass: optionalString(spec['loadBalancerClass']),
      loadBalancerIP: optionalString(spec['loadBalancerIP']),
      loadBalancerSourceRanges: strings(spec['loadBalancerSourceRanges']),
      allocateLoadBalancerNodePorts: spec['allocateLoadBalancerNodePorts'] !== false,
      publishNotReadyAddresses: spec['publishNotReadyAddresses'] === true,
      sessionAffinity: oneOf(spec['sessionAffinity'], ['None', 'ClientIP'], 'None'),
      sessionAffinityTimeoutSeconds: optionalNumber(affinity['timeoutSeconds']),
    },
    status: {
      loadBalancer: array(raw(raw(object['status'])['loadBalancer'])['ingress'])
        .map(raw)
        .map((ingress) => ({
          ip: optionalString(ingress['ip']),
          hostname: optionalString(ingress['hostname']),
          ...(string(ingress['ipMode']) !== '' && { ipMode: string(ingress['ipMode']) }),
          portErrors: array(ingress['ports'])
            .map(raw)
            .filter((port) => string(port['error']) !== '')
            .map((port) => ({
              port: number(port['port'], 0),
              protocol: string(port['protocol']),
              error: string(port['error']),
            })),
        })),
      conditions: projectConditions(raw(object['status'])['conditions']),
    },
  };
}

function projectServicePort(port: Raw): ServicePort {
  const number_ = number(port['port'], 0);
  return {
    name: string(port['name']),
    protocol: oneOf(port['protocol'], ['TCP', 'UDP', 'SCTP'], 'TCP'),
    port: number_,
    // The API server writes the default, but a dump of somebody's own manifest may lack it, and 0 means unset.
    targetPort: intOrString(port['targetPort']) || number_,
    nodePort: unlessZero(port['nodePort']),
    appProtocol: optionalString(port['appProtocol']),
  };
}
