import { allOf } from '../ask/asked-facts.ts';
import type { Known } from './known.ts';
import type { Warning } from './warning.ts';

const isProduction = ({ facts }: Known) => facts.environment === 'production';
const isStateful = ({ facts, cluster }: Known) => facts.stateful === true || cluster?.workload?.kind === 'StatefulSet';
const speaks = (known: Known, protocol: string) => allOf<string>(known.facts.protocol).includes(protocol);
const cloudOf = ({ facts, cluster }: Known) => facts.cloud ?? cluster?.cloud;
const always = () => true;

export const databaseOnTheInternet: Warning = {
  id: 'database-on-the-internet',
  when: isStateful,
  say: 'A database or broker on a public address is scanned within minutes: demand TLS and passwords, and limit callers with `spec.loadBalancerSourceRanges` (or a firewall before a node port). A VPN or an internal load balancer is the safer way.',
};

export const publicExposure: Warning = {
  id: 'public-exposure',
  when: (known) => !isStateful(known),
  say: 'Everybody on the internet can open a connection: limit callers with `spec.loadBalancerSourceRanges` where you can, and let the application check who calls.',
};

export const nodePortInProduction: Warning = {
  id: 'node-port-in-production',
  when: isProduction,
  say: 'A node port in production ties clients to node addresses, has no health check of nodes and uses ports 30000–32767: put a load balancer of your own before the nodes, or install MetalLB.',
};

export const nodePortOnEveryNode: Warning = {
  id: 'node-port-on-every-node',
  when: (known) => !isProduction(known),
  say: 'The port is open on the addresses of all nodes, so a firewall or security group before them decides who gets in.',
};

export const clientIpKept: Warning = {
  id: 'client-ip-kept',
  when: ({ facts }) => facts.clientIp === true,
  say: "`externalTrafficPolicy: Local` keeps the client's address, but only nodes that run a ready pod answer, and load is spread by node instead of by pod.",
};

export const clientIpLost: Warning = {
  id: 'client-ip-lost',
  when: ({ facts }) => facts.clientIp !== true,
  say: "Pods see a node's address instead of the client's, because `externalTrafficPolicy` is `Cluster` by default; `Local` keeps the client's address.",
};

export const clientIpBehindProxy: Warning = {
  id: 'client-ip-behind-proxy',
  when: ({ facts }) => facts.clientIp === true,
  say: "Behind an Ingress or Gateway the connection comes from the proxy: the application reads the client's address from the `X-Forwarded-For` header, which the controller must be allowed to set.",
};

export const staticAddress: Warning = {
  id: 'static-address',
  when: ({ facts }) => facts.staticIp === true,
  say: 'The address changes when the Service is made anew: reserve a static address at the provider first and name it in the annotation of its controller (`spec.loadBalancerIP` is deprecated).',
};

export const loadBalancerOnBareMetal: Warning = {
  id: 'load-balancer-on-bare-metal',
  when: (known) => ['none', 'kind', 'minikube'].includes(cloudOf(known) ?? ''),
  say: 'Without a load balancer controller EXTERNAL-IP stays `<pending>`: install MetalLB on own machines, run `minikube tunnel` on minikube, cloud-provider-kind on kind.',
};

export const udpAndTcpTogether: Warning = {
  id: 'udp-and-tcp-together',
  when: (known) => speaks(known, 'UDP') && speaks(known, 'TCP'),
  say: 'TCP and UDP in one LoadBalancer Service need a provider that supports mixed protocols; otherwise make two Services.',
};

export const headlessBalancing: Warning = {
  id: 'headless-balancing',
  when: always,
  say: 'A headless Service balances nothing: the client gets all pod addresses from DNS and chooses, and a client that keeps one connection or caches DNS stays on one pod.',
};

export const headlessReadiness: Warning = {
  id: 'headless-readiness',
  when: isStateful,
  say: 'Peers that must find each other before they are ready need `publishNotReadyAddresses: true`; pod names such as `NAME-0.SERVICE` exist only when the StatefulSet names this Service in `spec.serviceName`.',
};

export const longConnections: Warning = {
  id: 'long-connections',
  when: (known) => speaks(known, 'gRPC'),
  say: 'A ClusterIP chooses a pod once a connection: gRPC keeps one connection open, so all calls go to one pod unless the client balances (headless Service) or a mesh does.',
};

export const affinityLimits: Warning = {
  id: 'affinity-limits',
  when: ({ hints }) => hints.stickySessions === true,
  say: '`sessionAffinity: ClientIP` sticks by source address for 3 hours (10800 seconds): everybody behind one NAT or proxy lands on one pod, it knows no cookies, and a restarted pod forgets its sessions all the same.',
};

export const affinityByCookie: Warning = {
  id: 'affinity-by-cookie',
  when: ({ hints }) => hints.stickySessions === true,
  say: 'For sticky sessions let the Ingress controller or Gateway set a cookie: `sessionAffinity: ClientIP` of the Service is not asked when the proxy sends to the pods itself.',
};

export const noPing: Warning = {
  id: 'no-ping',
  when: always,
  say: 'A ClusterIP is a virtual address for the ports of the Service only: it does not answer ping. Test with curl or nc from a pod.',
};

export const openToAllPods: Warning = {
  id: 'open-to-all-pods',
  when: isStateful,
  say: 'Every pod of the cluster may connect unless a NetworkPolicy limits it.',
};

export const hostHeaderAndTls: Warning = {
  id: 'host-header-and-tls',
  when: always,
  say: 'ExternalName is a DNS alias and nothing more: HTTP clients send the alias as Host header and TLS clients check the certificate against the alias, so HTTPS fails unless the client is told the real name.',
};

export const externalNamePorts: Warning = {
  id: 'external-name-ports',
  when: ({ facts }) => facts.port !== undefined,
  say: 'An alias maps no ports: clients use the port of the target itself.',
};

export const slicesByHand: Warning = {
  id: 'slices-by-hand',
  when: always,
  say: 'Nothing checks these addresses: when one fails or moves, you change the EndpointSlice yourself.',
};

export const shortLivedForward: Warning = {
  id: 'short-lived-forward',
  when: always,
  say: 'It ends with the terminal, talks to one pod only (also with `service/NAME`), carries no UDP and is nothing for other people.',
};

export const needsController: Warning = {
  id: 'needs-controller',
  when: ({ cluster }) => (cluster?.ingressClasses.length ?? 0) === 0,
  say: 'An Ingress or Gateway does nothing without a controller that implements it: check with `kubectl get ingressclass,gatewayclass`.',
};

export const onlyHttp: Warning = {
  id: 'only-http',
  when: always,
  say: 'Ingress is for HTTP and HTTPS only; other protocols need a LoadBalancer, or a Gateway with TCPRoute or UDPRoute where the controller has them.',
};
