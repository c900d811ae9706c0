import type { KubernetesObject, ServiceDescription } from './description.ts';
import { DAY, numberOf, time, uidOf } from './stable.ts';

/** A Service with the fields that the API server fills in. */
export function buildService(service: ServiceDescription, now: number): KubernetesObject {
  const {
    name,
    namespace,
    type = 'ClusterIP',
    headless,
    annotations,
    externalName,
    address,
    externalTrafficPolicy = 'Cluster',
  } = service;
  const selector = service.selector ?? { app: name };
  const clusterIP = headless === true ? 'None' : (service.clusterIP ?? addressOf(name, namespace));
  const isBalanced = type === 'LoadBalancer';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      ...(annotations === undefined ? {} : { annotations }),
      creationTimestamp: time(now - service.ageDays * DAY),
      ...(isBalanced ? { finalizers: ['service.kubernetes.io/load-balancer-cleanup'] } : {}),
      labels: service.labels ?? { app: name },
      name,
      namespace,
      uid: uidOf('Service', namespace, name),
    },
    spec:
      type === 'ExternalName'
        ? { externalName, sessionAffinity: 'None', type }
        : {
            ...(isBalanced ? { allocateLoadBalancerNodePorts: true } : {}),
            clusterIP,
            clusterIPs: [clusterIP],
            ...(isBalanced || type === 'NodePort' ? { externalTrafficPolicy } : {}),
            internalTrafficPolicy: 'Cluster',
            ipFamilies: ['IPv4'],
            ipFamilyPolicy: 'SingleStack',
            ports: (service.ports ?? []).map((port) => Object.assign({ protocol: 'TCP' }, port)),
            selector,
            sessionAffinity: 'None',
            type,
          },
    status: { loadBalancer: address === undefined ? {} : { ingress: [{ ip: address, ipMode: 'VIP' }] } },
  };
}

function addressOf(name: string, namespace: string): string {
  return `10.96.${1 + numberOf(250, 'Service', namespace, name)}.${2 + numberOf(250, name, namespace)}`;
}
