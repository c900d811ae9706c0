import { code, text, type Text } from '../answer/text.ts';
import type { Labels } from '../model/kinds/meta.ts';

/** `VALUE` stands for the annotation's value; a record chooses the words by value, '' for any other. */
type Words = string | Readonly<Record<string, string>>;

const yes = (words: string): Words => ({ true: words });
const aws = 'service.beta.kubernetes.io/aws-load-balancer-';
const azure = 'service.beta.kubernetes.io/azure-';
const digitalOcean = 'service.beta.kubernetes.io/do-loadbalancer-';
const hetzner = 'load-balancer.hetzner.cloud/';
const oracle = 'service.beta.kubernetes.io/oci-load-balancer-';

/**
 * What well-known annotations make of a load balancer. Sources: AWS Load Balancer Controller (guide/service/annotations),
 * GKE (LoadBalancer Service parameters), Azure cloud provider (LoadBalancer annotations), metallb.io/usage, and the
 * cloud controller managers of DigitalOcean, Hetzner and Oracle.
 */
const known: Readonly<Record<string, Words>> = {
  [`${aws}type`]: {
    external: 'AWS: made by the AWS Load Balancer Controller as a Network Load Balancer.',
    nlb: 'AWS: a Network Load Balancer.',
    'nlb-ip': 'AWS: a Network Load Balancer that sends to pod addresses.',
    '': 'AWS: load balancer type VALUE.',
  },
  [`${aws}scheme`]: {
    internal: 'AWS: internal, reachable inside the VPC.',
    'internet-facing': 'AWS: reachable from the internet.',
  },
  [`${aws}internal`]: yes('AWS: internal, reachable inside the VPC.'),
  [`${aws}nlb-target-type`]: {
    ip: 'AWS: sends to pod addresses, past the node ports.',
    instance: 'AWS: sends to the node ports of the nodes.',
  },
  [`${aws}ssl-cert`]: 'AWS: ends TLS with the certificate VALUE.',
  [`${aws}ssl-ports`]: 'AWS: TLS on the ports VALUE.',
  [`${aws}backend-protocol`]: 'AWS: speaks VALUE to the pods.',
  [`${aws}proxy-protocol`]: 'AWS: sends the PROXY protocol header: the pods must understand it.',
  [`${aws}cross-zone-load-balancing-enabled`]: yes('AWS: spreads over the targets of all zones.'),
  [`${aws}subnets`]: 'AWS: stands in the subnets VALUE.',
  [`${aws}eip-allocations`]: 'AWS: uses the Elastic IPs VALUE.',
  [`${aws}security-groups`]: 'AWS: security groups VALUE.',
  [`${aws}name`]: 'AWS: named VALUE.',
  [`${aws}healthcheck-path`]: 'AWS: health checks ask for VALUE.',
  [`${aws}healthcheck-port`]: 'AWS: health checks use port VALUE.',
  [`${aws}connection-idle-timeout`]: 'AWS: idle connections end after VALUE s.',
  [`${aws}attributes`]: 'AWS: load balancer attributes VALUE.',
  [`${aws}target-group-attributes`]: 'AWS: target group attributes VALUE.',
  'networking.gke.io/load-balancer-type': {
    Internal: 'GKE: internal, reachable inside the VPC.',
    '': 'GKE: load balancer type VALUE.',
  },
  'cloud.google.com/load-balancer-type': {
    Internal: 'GKE: internal, reachable inside the VPC.',
    '': 'GKE: load balancer type VALUE.',
  },
  'networking.gke.io/internal-load-balancer-allow-global-access': yes('GKE: clients of all regions of the VPC may use it.'),
  'networking.gke.io/internal-load-balancer-subnet': 'GKE: takes its address from the subnet VALUE.',
  'networking.gke.io/load-balancer-ip-addresses': 'GKE: uses the reserved addresses VALUE.',
  'cloud.google.com/l4-rbs': { enabled: 'GKE: a backend service-based external load balancer.' },
  'cloud.google.com/network-tier': 'GKE: network tier VALUE.',
  'cloud.google.com/neg': 'GKE: network endpoint groups, traffic goes to pod addresses (VALUE).',
  'cloud.google.com/backend-config': 'GKE: load balancer settings from the BackendConfig VALUE.',
  [`${azure}load-balancer-internal`]: yes('Azure: internal, reachable inside the virtual network.'),
  [`${azure}load-balancer-internal-subnet`]: 'Azure: takes its address from the subnet VALUE.',
  [`${azure}load-balancer-ipv4`]: 'Azure: asks for the address VALUE.',
  [`${azure}pip-name`]: 'Azure: uses the public IP resource VALUE.',
  [`${azure}load-balancer-resource-group`]: 'Azure: its public IP lies in the resource group VALUE.',
  [`${azure}dns-label-name`]: 'Azure: has the DNS label VALUE.',
  [`${azure}load-balancer-health-probe-request-path`]: 'Azure: health probes ask for VALUE.',
  [`${azure}load-balancer-tcp-idle-timeout`]: 'Azure: idle connections end after VALUE min.',
  [`${azure}allowed-service-tags`]: 'Azure: lets in the service tags VALUE.',
  [`${azure}pls-create`]: yes('Azure: a Private Link Service stands before it.'),
  'metallb.io/address-pool': 'MetalLB: takes its address from the pool VALUE.',
  'metallb.universe.tf/address-pool': 'MetalLB: takes its address from the pool VALUE.',
  'metallb.io/loadBalancerIPs': 'MetalLB: asks for VALUE.',
  'metallb.universe.tf/loadBalancerIPs': 'MetalLB: asks for VALUE.',
  'metallb.io/allow-shared-ip': 'MetalLB: shares its address with Services of the key VALUE.',
  'metallb.universe.tf/allow-shared-ip': 'MetalLB: shares its address with Services of the key VALUE.',
  'metallb.io/ip-allocated-from-pool': 'MetalLB: its address came from the pool VALUE.',
  'metallb.universe.tf/ip-allocated-from-pool': 'MetalLB: its address came from the pool VALUE.',
  'lbipam.cilium.io/ips': 'Cilium: asks for VALUE.',
  'io.cilium/lb-ipam-ips': 'Cilium: asks for VALUE.',
  'kube-vip.io/loadbalancerIPs': 'kube-vip: asks for VALUE.',
  [`${digitalOcean}protocol`]: 'DigitalOcean: speaks VALUE.',
  [`${digitalOcean}certificate-id`]: 'DigitalOcean: ends TLS with the certificate VALUE.',
  [`${digitalOcean}enable-proxy-protocol`]: yes('DigitalOcean: sends the PROXY protocol header: the pods must understand it.'),
  [`${hetzner}location`]: 'Hetzner: stands in VALUE.',
  [`${hetzner}use-private-ip`]: yes('Hetzner: reaches the nodes by the private network.'),
  [`${hetzner}uses-proxyprotocol`]: yes('Hetzner: sends the PROXY protocol header: the pods must understand it.'),
  [`${oracle}internal`]: yes('Oracle: internal, reachable inside the VCN.'),
  [`${oracle}shape`]: 'Oracle: shape VALUE.',
  'service.beta.kubernetes.io/openstack-internal-load-balancer': yes('OpenStack: internal, without a floating IP.'),
  'external-dns.alpha.kubernetes.io/hostname': 'ExternalDNS publishes it as VALUE.',
  'tailscale.com/expose': yes('Tailscale: exposed in the tailnet.'),
  'tailscale.com/hostname': 'Tailscale: named VALUE in the tailnet.',
};

/** One sentence for each annotation that is known, in the order of the table. */
export function annotationWords(annotations: Labels): Text[] {
  return Object.entries(known).flatMap(([name, words]) => {
    const value = annotations[name];
    if (value === undefined) return [];
    const sentence = typeof words === 'string' ? words : (words[value] ?? words['']);
    return sentence === undefined ? [] : [fill(sentence, value)];
  });
}

function fill(sentence: string, value: string): Text {
  const [before = '', after = ''] = sentence.split('VALUE');
  return sentence.includes('VALUE') ? text`${before}${code(value)}${after}` : text`${sentence}`;
}
