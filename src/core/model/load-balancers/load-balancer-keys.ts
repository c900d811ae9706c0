/** Annotations that load balancers understand, by who reads them. */
export type KeyOwner = 'aws' | 'gce' | 'azure' | 'metallb';

/** What values a key takes: `boolean`, or one of a list (case as written); undefined: anything. */
export type KeyValues = 'boolean' | readonly string[] | undefined;

export interface KeyGroup {
  readonly owner: KeyOwner;
  /** Keys that begin so and are not in the list are unknown. */
  readonly prefix: string;
  readonly keys: Readonly<Record<string, KeyValues>>;
}

const any = undefined;

/**
 * Sources: AWS Load Balancer Controller (guide/service/annotations) and the AWS cloud provider (service_controller), the
 * Azure cloud provider (topics/loadbalancer), GKE (LoadBalancer Service parameters), metallb.io/usage.
 */
export const keyGroups: readonly KeyGroup[] = [
  {
    owner: 'aws',
    prefix: 'service.beta.kubernetes.io/aws-',
    keys: {
      'load-balancer-access-log-emit-interval': any,
      'load-balancer-access-log-enabled': 'boolean',
      'load-balancer-access-log-s3-bucket-name': any,
      'load-balancer-access-log-s3-bucket-prefix': any,
      'load-balancer-additional-resource-tags': any,
      'load-balancer-alpn-policy': ['HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None'],
      'load-balancer-attributes': any,
      'load-balancer-backend-protocol': any,
      'load-balancer-connection-draining-enabled': 'boolean',
      'load-balancer-connection-draining-timeout': any,
      'load-balancer-connection-idle-timeout': any,
      'load-balancer-cross-zone-load-balancing-enabled': 'boolean',
      'load-balancer-disable-nlb-sg': 'boolean',
      'load-balancer-eip-allocations': any,
      'load-balancer-enable-icmp-for-path-mtu-discovery': any,
      'load-balancer-enable-prefix-for-ipv6-source-nat': any,
      'load-balancer-enable-tcp-udp-listener': 'boolean',
      'load-balancer-extra-security-groups': any,
      'load-balancer-healthcheck-healthy-threshold': any,
      'load-balancer-healthcheck-interval': any,
      'load-balancer-healthcheck-path': any,
      'load-balancer-healthcheck-port': any,
      'load-balancer-healthcheck-protocol': any,
      'load-balancer-healthcheck-success-codes': any,
      'load-balancer-healthcheck-timeout': any,
      'load-balancer-healthcheck-unhealthy-threshold': any,
      'load-balancer-inbound-sg-rules-on-private-link-traffic': ['on', 'off'],
      'load-balancer-internal': 'boolean',
      'load-balancer-ip-address-type': ['ipv4', 'dualstack'],
      'load-balancer-ipv6-addresses': any,
      'load-balancer-listener-attributes': any,
      'load-balancer-manage-backend-security-group-rules': 'boolean',
      'load-balancer-minimum-load-balancer-capacity': any,
      'load-balancer-multi-cluster-target-group': 'boolean',
      'load-balancer-name': any,
      'load-balancer-nlb-shield-advanced-protection': 'boolean',
      'load-balancer-nlb-target-type': ['ip', 'instance'],
      'load-balancer-private-ipv4-addresses': any,
      'load-balancer-proxy-protocol': any,
      'load-balancer-quic-enabled-ports': any,
      'load-balancer-scheme': ['internal', 'internet-facing'],
      'load-balancer-security-group-prefix-lists': any,
      'load-balancer-security-groups': any,
      'load-balancer-source-nat-ipv6-prefixes': any,
      'load-balancer-ssl-cert': any,
      'load-balancer-ssl-negotiation-policy': any,
      'load-balancer-ssl-ports': any,
      'load-balancer-subnets': any,
      'load-balancer-target-group-attributes': any,
      'load-balancer-target-node-labels': any,
      'load-balancer-type': ['external', 'nlb', 'nlb-ip', 'clb', 'elb', 'classic'],
    },
  },
  {
    owner: 'azure',
    prefix: 'service.beta.kubernetes.io/azure-',
    keys: {
      'additional-public-ips': any,
      'allowed-ip-ranges': any,
      'allowed-service-tags': any,
      'deny-all-except-load-balancer-source-ranges': 'boolean',
      'disable-load-balancer-floating-ip': 'boolean',
      'disable-load-balancer-nsg-rule': 'boolean',
      'dns-label-name': any,
      'load-balancer-configurations': any,
      'load-balancer-disable-tcp-reset': 'boolean',
      'load-balancer-enable-high-availability-ports': 'boolean',
      'load-balancer-health-probe-interval': any,
      'load-balancer-health-probe-num-of-probe': any,
      'load-balancer-health-probe-port': any,
      'load-balancer-health-probe-protocol': any,
      'load-balancer-health-probe-request-path': any,
      'load-balancer-internal': 'boolean',
      'load-balancer-internal-subnet': any,
      'load-balancer-ipv4': any,
      'load-balancer-ipv6': any,
      'load-balancer-mixed-protocols': 'boolean',
      'load-balancer-mode': any,
      'load-balancer-resource-group': any,
      'load-balancer-tcp-idle-timeout': any,
      'pip-ip-tags': any,
      'pip-name': any,
      'pip-name-ipv6': any,
      'pip-prefix-id': any,
      'pip-prefix-id-ipv6': any,
      'pip-tags': any,
      'pls-auto-approval': any,
      'pls-create': 'boolean',
      'pls-fqdns': any,
      'pls-ip-configuration-ip-address': any,
      'pls-ip-configuration-ip-address-count': any,
      'pls-ip-configuration-subnet': any,
      'pls-name': any,
      'pls-proxy-protocol': 'boolean',
      'pls-resource-group': any,
      'pls-visibility': any,
      'shared-securityrule': 'boolean',
    },
  },
  {
    owner: 'gce',
    prefix: 'networking.gke.io/',
    keys: {
      'internal-load-balancer-allow-global-access': 'boolean',
      'internal-load-balancer-subnet': any,
      'load-balancer-ip-addresses': any,
      'load-balancer-type': ['Internal', 'internal', 'External'],
      'weighted-load-balancing': ['pods-per-node'],
    },
  },
  {
    owner: 'gce',
    prefix: 'cloud.google.com/',
    keys: {
      'app-protocols': any,
      'backend-config': any,
      'enable-backend-service': any,
      'l4-rbs': ['enabled'],
      'load-balancer-type': ['Internal', 'internal', 'External'],
      neg: any,
      'neg-status': any,
      'network-tier': ['Standard', 'Premium', 'STANDARD', 'PREMIUM'],
    },
  },
  {
    owner: 'metallb',
    prefix: 'metallb.io/',
    keys: { 'address-pool': any, 'allow-shared-ip': any, 'ip-allocated-from-pool': any, loadBalancerIPs: any },
  },
  {
    owner: 'metallb',
    prefix: 'metallb.universe.tf/',
    keys: { 'address-pool': any, 'allow-shared-ip': any, 'ip-allocated-from-pool': any, loadBalancerIPs: any },
  },
];

/** Keys that mean something on a Service of any type (of Ingress, of pod-addressed backends), or that a controller wrote. */
export const notOnlyForLoadBalancers = new Set([
  'metallb.io/ip-allocated-from-pool',
  'metallb.universe.tf/ip-allocated-from-pool',
  'cloud.google.com/app-protocols',
  'cloud.google.com/backend-config',
  'cloud.google.com/neg',
  'cloud.google.com/neg-status',
]);
