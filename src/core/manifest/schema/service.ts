import { z } from 'zod';
import { ip } from './addresses.ts';
import { dnsLabel, dnsSubdomain, labels, metadata, portName, portNumber, protocol, qualifiedName } from './names.ts';
import { serviceRules } from './service-rules.ts';

const servicePort = z.strictObject({
  name: dnsLabel.optional(),
  protocol: protocol.optional(),
  port: portNumber,
  targetPort: z.union([portNumber, portName], 'must be a port from 1 to 65535 or the name of a container port').optional(),
  nodePort: z
    .int('must be a whole number')
    .min(30000, 'must be from 30000 to 32767 (the default range)')
    .max(32767, 'must be from 30000 to 32767 (the default range)')
    .optional(),
  appProtocol: qualifiedName.optional(),
});

const policy = z.enum(['Cluster', 'Local'], 'must be Cluster or Local');
const cidr = z.union([z.cidrv4(), z.cidrv6()], 'must be an address range such as 203.0.113.0/24');
const clusterIP = z.union([z.literal('None'), z.literal(''), ip], 'must be an IP address or None');

const spec = z.strictObject({
  type: z
    .enum(
      ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
      'must be ClusterIP, NodePort, LoadBalancer or ExternalName',
    )
    .optional(),
  selector: labels.optional(),
  ports: z.array(servicePort).optional(),
  clusterIP: clusterIP.optional(),
  clusterIPs: z.array(clusterIP).max(2, 'has at most one address of each IP family').optional(),
  externalIPs: z.array(ip).optional(),
  externalName: dnsSubdomain.optional(),
  externalTrafficPolicy: policy.optional(),
  internalTrafficPolicy: policy.optional(),
  trafficDistribution: z
    .enum(['PreferClose', 'PreferSameZone', 'PreferSameNode'], 'must be PreferClose, PreferSameZone or PreferSameNode')
    .optional(),
  sessionAffinity: z.enum(['None', 'ClientIP'], 'must be None or ClientIP').optional(),
  sessionAffinityConfig: z
    .strictObject({
      clientIP: z
        .strictObject({ timeoutSeconds: z.int().min(1).max(86400, 'must be from 1 to 86400 seconds').optional() })
        .optional(),
    })
    .optional(),
  ipFamilies: z
    .array(z.enum(['IPv4', 'IPv6'], 'must be IPv4 or IPv6'))
    .max(2)
    .optional(),
  ipFamilyPolicy: z
    .enum(['SingleStack', 'PreferDualStack', 'RequireDualStack'], 'must be SingleStack, PreferDualStack or RequireDualStack')
    .optional(),
  loadBalancerIP: z.string().optional(),
  loadBalancerSourceRanges: z.array(cidr).optional(),
  loadBalancerClass: qualifiedName.optional(),
  allocateLoadBalancerNodePorts: z.boolean().optional(),
  healthCheckNodePort: z.int().optional(),
  publishNotReadyAddresses: z.boolean().optional(),
});

export type ServiceSpec = z.infer<typeof spec>;

/** Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export const serviceSchema = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: metadata(dnsLabel),
  spec: spec.superRefine((value, context) => {
    for (const { path, rule } of serviceRules(value)) context.addIssue({ code: 'custom', path: [...path], message: rule });
  }),
  status: z.unknown().optional(),
});
