// Written by `npm run gen` from the files in topics/.
import type { Topic } from './topic.ts';

export const topics: readonly Topic[] = [
  {
    id: 'app-protocol',
    title: 'appProtocol',
    summary:
      '`appProtocol` on a Service port is a hint for what is spoken above TCP; kube-proxy ignores it, but Ingress and Gateway controllers, cloud load balancers and meshes may read it.',
    body: [
      'Kubernetes defines `kubernetes.io/h2c` (HTTP/2 without TLS, as gRPC uses it), `kubernetes.io/ws` and `kubernetes.io/wss` (WebSocket); other values are IANA names such as `http` or `https`, or names with the prefix of an implementation.',
      "Istio and others also read the beginning of the port's `name` (`http-api`, `grpc-web`). Say it in one of the two ways and never contradict yourself: a port named `grpc` with `appProtocol: http` is treated wrongly. `protocol` stays TCP, UDP or SCTP.",
    ],
    askedAs: [
      'what is appProtocol for',
      'how do I tell the ingress controller that the backend speaks http2 or grpc',
      'protocol vs appProtocol',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
  },
  {
    id: 'change-service-type',
    title: 'Changing a Service',
    summary:
      'Most fields can be changed in place: type, ports and selector take effect within seconds, and the cluster IP and DNS name stay. `kubectl patch service NAME -p \'{"spec":{"type":"NodePort"}}\'`.',
    body: [
      'Not changeable is a `clusterIP` once set, so a Service cannot become headless or stop being so: delete it and make it anew. `loadBalancerClass` is fixed too, and a name cannot be changed: make a second Service and remove the first later.',
      "From LoadBalancer to ClusterIP the cloud's load balancer and its address are deleted. From ClusterIP to NodePort or LoadBalancer nothing breaks for pods that use it. Deleting and recreating gives a new cluster IP: DNS follows, clients that cache the address do not.",
    ],
    askedAs: [
      'can I change the type of a service',
      'change clusterip to nodeport without downtime',
      'field is immutable clusterIP',
      'edit a service live',
      'convert loadbalancer to clusterip',
      'rename a service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'choose-node-port',
    title: 'Choosing a fixed nodePort',
    summary:
      'Yes: write `nodePort: 30080` into the port entry. It must lie in the range (30000–32767 by default) and be free in the whole cluster, otherwise the API server refuses it with "provided port is already allocated".',
    body: [
      'Without the field the cluster chooses a free port, and keeps it until the Service is deleted or its type changes. `kubectl expose` and `kubectl create service nodeport` choose for you, too (`--node-port` sets it in the second).',
      "Take fixed numbers from 30000–30085: the automatic choice uses the upper part first. See all that are taken with `kubectl get svc -A -o wide | grep -E 'NodePort|LoadBalancer'`.",
    ],
    askedAs: [
      'can I choose the nodeport myself',
      'fixed nodeport',
      'provided port is already allocated',
      'nodePort changes every time',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port',
  },
  {
    id: 'cluster-ip-allocation',
    title: 'Where cluster IPs come from',
    summary:
      'The API server gives each Service a free address of the Service range (`--service-cluster-ip-range`, for example 10.96.0.0/12); it stays the same until the Service is deleted, whatever happens to the pods.',
    body: [
      'You may choose one with `spec.clusterIP`: it must lie in the range and be free. The lower part of the range is used last by the automatic choice, so take fixed ones from there; cluster DNS usually has the tenth address.',
      'The range must not overlap with pod and node networks. More addresses come with a ServiceCIDR object (stable since 1.33), without restarting anything. Prefer the DNS name to a fixed address.',
    ],
    askedAs: [
      'how is a cluster ip assigned',
      'who assigns the 10.96 addresses of services',
      'which controller hands out the cluster ip',
      'how is the clusterip assigned',
      'can I choose the cluster ip',
      'does the cluster ip change',
      'service cidr range',
      'service ip range is full',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/',
  },
  {
    id: 'clusterip-from-outside',
    title: 'A ClusterIP from outside the cluster',
    summary:
      "No: a ClusterIP exists only in the rules of the cluster's nodes, so nothing outside can route to it. A ClusterIP Service is private to the cluster.",
    body: [
      "For yourself use `kubectl port-forward service/NAME 8080:80` and open `localhost:8080`, or the API server's proxy (`kubectl proxy`). For others change the type to NodePort or LoadBalancer, or put an Ingress or Gateway in front, which leaves the Service a ClusterIP.",
      'From a node itself it works, as the rules are there. Some networks route the Service range to the nodes by BGP (Calico, Cilium), then it can be reached; in GKE and EKS the pod addresses are routable in the VPC, but cluster IPs are not.',
    ],
    askedAs: [
      'can I reach a clusterip from outside',
      'access clusterip service from my laptop',
      'clusterip from browser',
      'is a clusterip service public',
    ],
    source: 'https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/',
  },
  {
    id: 'clusterip-ping',
    title: 'A ClusterIP does not answer ping',
    summary:
      "That is normal: a cluster IP is virtual and exists only in kube-proxy's rules for the ports of the Service, so ICMP (ping) has nothing that answers.",
    body: [
      'In iptables and nftables mode no interface owns the address: only packets to a protocol and port of the Service are rewritten, and ping is dropped or refused. In IPVS mode the address sits on the dummy interface `kube-ipvs0`; kube-proxy rejects what is not a Service port there on purpose, so that nothing else of the node is reached through it, and it restores the rule when you delete it.',
      'Test the port instead: `curl -v http://NAME.NAMESPACE:PORT` or `nc -vz NAME PORT` from a pod.',
    ],
    askedAs: [
      'why can I not ping a clusterip',
      'ping service ip does not work',
      'icmp to service',
      'cannot ping service name but curl works',
      'ipvs rejects icmp for cluster ip',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
  },
  {
    id: 'clusterip-vs-nodeport',
    title: 'ClusterIP or NodePort',
    summary:
      'A ClusterIP Service has a virtual address that works inside the cluster only; a NodePort Service has the same and, in addition, one port from 30000 to 32767 that is open on every node for clients outside.',
    body: [
      "So NodePort contains ClusterIP: pods keep using the cluster address and the normal port, clients outside call any node's IP address with the node port, and kube-proxy leads both to the same pods, also on other nodes.",
      'Use ClusterIP (the default) for everything that only pods call. Use NodePort for tests, or behind a load balancer of your own; it exposes the port on all nodes, so a firewall has to decide who gets in.',
    ],
    askedAs: [
      'difference between clusterip and nodeport',
      'clusterip vs nodeport',
      'why would I use nodeport instead of clusterip',
      'does a nodeport service also have a cluster ip',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  },
  {
    id: 'clusterip',
    title: 'What a ClusterIP is',
    summary:
      'ClusterIP is the default Service type: a virtual IP address, and a DNS name for it, that work inside the cluster only and lead to any ready pod that the selector matches.',
    body: [
      'Take it whenever the callers are pods: a frontend that calls an API, an API that calls a database. Pods come and go with changing addresses; the cluster IP stays for the life of the Service. It costs nothing, opens nothing to the outside, and is also what an Ingress or Gateway leads to.',
      'It answers no ping and cannot be called from your laptop: use `kubectl port-forward` for that. NodePort and LoadBalancer Services have a cluster IP, too.',
    ],
    askedAs: [
      'what is a clusterip',
      'what is a clusterip service',
      'what is the point of clusterip',
      'default service type',
      'when do I use clusterip',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip',
  },
  {
    id: 'cross-namespace-access',
    title: 'Calling a Service in another namespace',
    summary:
      'Add the namespace to the name: `http://SERVICE.NAMESPACE:PORT`, or in full `SERVICE.NAMESPACE.svc.cluster.local`. Namespaces do not separate networks, so any pod may call any Service.',
    body: [
      "The short name `SERVICE` alone works only inside the same namespace, because the search list in the pod's `/etc/resolv.conf` begins with its own namespace. A ClusterIP Service is enough: nothing has to be exposed for it.",
      'When it must not be reachable from elsewhere, a NetworkPolicy (with a network plug-in that enforces it) limits who gets in; the reverse, a connection that fails across namespaces, is often such a policy.',
    ],
    askedAs: [
      'how can two pods in different namespaces talk',
      'are services namespaced',
      'how do I call a service in another namespace',
      'access service from different namespace',
      'are services reachable across namespaces',
      'service dns name other namespace',
      'how does one team call the service of another team',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services',
  },
  {
    id: 'delete-service',
    title: 'Deleting a Service',
    summary:
      'Deleting a Service removes its name, its addresses and its EndpointSlices, and for a LoadBalancer also the load balancer at the provider; the pods and their Deployment go on running.',
    body: [
      'Clients can no longer resolve the name, and an Ingress that leads to it answers 503. A new Service of the same name gets another cluster IP and usually another external address, so change a Service in place where you can.',
      'A LoadBalancer Service may hang in deletion: the finalizer `service.kubernetes.io/load-balancer-cleanup` waits until the controller has removed the load balancer. When that fails, the reason stands in the events of the Service; removing the finalizer by hand leaves the load balancer behind, and its bill.',
    ],
    askedAs: [
      'does deleting a service delete the pods',
      'what happens when I delete a service',
      'is it safe to delete a service',
      'service stuck deleting terminating',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'dns-caching',
    title: 'DNS caching and changed addresses',
    summary:
      "The cluster's DNS answers with a short time to live (5 seconds in CoreDNS's `kubernetes` plug-in by default, 30 in many installations), but clients may keep an answer much longer.",
    body: [
      'For a ClusterIP it hardly matters: the address stays for the life of the Service. For headless Services and ExternalName it does: a client that resolves once at its start never sees new pods. Old Java settings, nginx (`proxy_pass` with a fixed name), connection pools and gRPC without re-resolution are known for that.',
      "Let the client resolve again when a connection fails, limit the age of connections, or use a ClusterIP. NodeLocal DNSCache and the node's own resolver add caching of their own.",
    ],
    askedAs: [
      'how long are service dns records cached',
      'client still uses old pod ip',
      'dns ttl of services',
      'java caches dns of headless service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  },
  {
    id: 'dns-names',
    title: 'DNS names of Services',
    summary:
      'Every Service has the DNS name `NAME.NAMESPACE.svc.cluster.local`; pods of the same namespace may say just `NAME`, others `NAME.NAMESPACE`.',
    body: [
      "The cluster's DNS server (usually CoreDNS) answers with the cluster IP, for a headless Service with the addresses of all ready pods, and for ExternalName with a CNAME. Named ports have SRV records too. `cluster.local` is the default cluster domain and may differ.",
      "Pods get the DNS server and the search list in `/etc/resolv.conf` from the kubelet. The names work in the cluster only: a laptop or a node does not ask the cluster's DNS. Older than DNS are the environment variables `NAME_SERVICE_HOST` and `NAME_SERVICE_PORT`, set when a pod starts.",
    ],
    askedAs: [
      'what is the dns name of a service',
      'what does svc.cluster.local mean',
      'fqdn of a service',
      'how does service discovery work',
      'how do pods find a service by name',
      'dns records for services',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  },
  {
    id: 'dns-ndots',
    title: 'Search lists and ndots:5',
    summary:
      'Pods have `options ndots:5`: a name with fewer than five dots is first tried with every search domain (`NAMESPACE.svc.cluster.local`, `svc.cluster.local`, `cluster.local`), and only then as it is.',
    body: [
      "So `api.example.com` costs several useless queries before the right one. End the name with a dot (`api.example.com.`), or set a lower `ndots` in the pod's `dnsConfig`; 2 still lets `NAME.NAMESPACE` work. NodeLocal DNSCache makes all lookups cheaper.",
      "The search list is also why `web`, `web.shop` and `web.shop.svc` work as short names of a Service. A pod with `dnsPolicy: Default` takes the node's resolver and finds no Service names at all; with `hostNetwork: true` take `ClusterFirstWithHostNet`.",
    ],
    askedAs: [
      'what is ndots 5',
      'why are there so many dns queries for external names',
      'slow dns lookups of external hosts',
      'search domains in resolv.conf',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-config',
  },
  {
    id: 'dual-stack',
    title: 'IPv4 and IPv6 (dual-stack)',
    summary:
      '`spec.ipFamilyPolicy` chooses: `SingleStack` (the default), `PreferDualStack` (both when the cluster has both) or `RequireDualStack` (refused otherwise); `spec.ipFamilies` sets the order, such as `[IPv6, IPv4]`.',
    body: [
      'A dual-stack Service has two entries in `clusterIPs`, one EndpointSlice set for each family, and DNS answers with A and AAAA records. Cluster, nodes and network plug-in must be dual-stack; existing Services stay single-stack until you change them.',
      'The first family is fixed at creation, the second can be added or removed. Load balancers need a provider that supports it. A headless Service without selector gets dual-stack by default.',
    ],
    askedAs: [
      'ipv6 service',
      'what is ipFamilyPolicy',
      'dual stack service',
      'service with ipv4 and ipv6 address',
      'PreferDualStack vs RequireDualStack',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/',
  },
  {
    id: 'egress',
    title: 'Which address pods have when they call outside',
    summary:
      'A Service concerns traffic to its pods, never the connections that pods open themselves: outgoing traffic leaves with the address of the node (source NAT), or of the NAT gateway behind it.',
    body: [
      "So a LoadBalancer's address is not what a partner sees when your pods call. For a fixed address use a NAT gateway with a reserved IP (AWS NAT gateway, Cloud NAT, Azure NAT gateway), a node pool of its own, or the egress gateway of the network plug-in or mesh (Cilium, Calico, Istio).",
      'Which pods may call out is decided by NetworkPolicies with `egress` rules; allow DNS, too. ExternalName and Services without selector only give the target a name.',
    ],
    askedAs: [
      'which ip do pods use when calling external services',
      'egress ip of my pods',
      'whitelist our cluster at a partner',
      'do services affect outgoing traffic',
      'static ip for outgoing traffic',
    ],
    source: 'https://kubernetes.io/docs/concepts/cluster-administration/networking/',
  },
  {
    id: 'endpointslice-vs-endpoints',
    title: 'EndpointSlices and Endpoints',
    summary:
      "EndpointSlices hold the addresses of a Service's pods in pieces of at most 100 endpoints by default (1000 possible); several slices for one Service are normal. The older Endpoints object is one single list, deprecated since Kubernetes 1.33 and cut off at 1000 addresses.",
    body: [
      'There is one set of slices for each IP family (dual-stack has at least two) and a split when pods differ in their port numbers; the controller does not rebalance slices that are partly full. Each endpoint has the conditions `ready`, `serving` and `terminating`, its node and zone.',
      'Read them with `kubectl get endpointslices -l kubernetes.io/service-name=NAME`. kube-proxy reads only slices.',
    ],
    askedAs: [
      'how does kube-proxy know about new pods',
      'who updates the endpoints when pods change',
      'difference between endpoints and endpointslices',
      'why are there several endpointslices for one service',
      'what is an endpointslice',
      'are endpoints deprecated',
      '3 endpointslices is that a bug',
      'maximum number of endpoints',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
  },
  {
    id: 'external-access-statefulset',
    title: 'Reaching each pod from outside (Kafka, Redis Cluster, MongoDB)',
    summary:
      'Give each pod a Service of its own, LoadBalancer or NodePort, with the selector `statefulset.kubernetes.io/pod-name: NAME-0`, and let each pod announce that outside address to its clients.',
    body: [
      'Clients of Kafka, Redis Cluster, MongoDB replica sets and the like ask one node for the list of all nodes and then connect to the addresses in that list. One shared load balancer leads them to any pod, and the announced pod addresses are unreachable from outside.',
      'So three brokers need three Services, plus one for the first contact, and `advertised.listeners` (Kafka) or `cluster-announce-ip` (Redis) for each pod. Operators and charts usually have a switch for external access that makes them.',
    ],
    askedAs: [
      'expose kafka brokers outside the cluster',
      'external access to a statefulset',
      'one loadbalancer per pod',
      'redis cluster from outside',
      'how to reach each replica from outside kubernetes',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label',
  },
  {
    id: 'external-dns',
    title: 'A DNS name of your own for a Service',
    summary:
      'Kubernetes makes DNS names inside the cluster only; a public name is a record of your own that points to the load balancer: an A record for an IP address, a CNAME (or alias) where the EXTERNAL-IP column shows a host name, as on AWS.',
    body: [
      'ExternalDNS, a separate controller, writes such records from the annotation `external-dns.alpha.kubernetes.io/hostname` of a Service, or from the hosts of Ingresses and HTTPRoutes, at most DNS providers.',
      'For several host names point all of them (or a wildcard) to the one address of the Ingress or Gateway controller, which chooses by the Host header. A Service by itself does not look at host names. Reserve the address first, so that the record survives.',
    ],
    askedAs: [
      'how do I give my service a domain name',
      'point a domain to a loadbalancer',
      'custom domain for a service',
      'externaldns',
      'dns record for external ip',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'external-ips',
    title: 'spec.externalIPs',
    summary:
      "`spec.externalIPs` names addresses that nodes answer for: traffic that arrives at a node with that destination and the Service's port goes to the pods. Kubernetes neither assigns nor routes the addresses; your network must lead them to a node.",
    body: [
      'It works with every type except ExternalName, and is rarely what you want: it needs no controller, but nothing moves the address when the node dies, and any user who may write Services could take over traffic (many clusters forbid it by admission; it is deprecated since 1.36).',
      "The EXTERNAL-IP column of `kubectl get svc` shows these addresses, the load balancer's, `<pending>`, or `<none>` for ClusterIP and NodePort, which is normal.",
    ],
    askedAs: [
      'what is externalIPs in a service',
      'external-ip column meaning',
      'set external ip manually',
      'externalIPs vs loadBalancerIP',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  },
  {
    id: 'externalname-http-tls',
    title: 'ExternalName with HTTP and TLS',
    summary:
      'ExternalName changes the name only, so HTTP clients send the alias as Host header and TLS clients compare the certificate with the alias: many sites answer 404, and HTTPS fails with a certificate that does not match.',
    body: [
      'Nothing in the Service can mend that, as no proxy is involved. Tell the client the real name (Host header, SNI or server name), or let the application call the real DNS name from its configuration. An Ingress controller or mesh can also rewrite the host.',
      'It works well for protocols that carry no host name, such as plain PostgreSQL or Redis connections. A port cannot be mapped either: clients use the port of the target.',
    ],
    askedAs: [
      'externalname https certificate error',
      'externalname host header wrong',
      '404 with externalname service',
      'can I use externalname for a website',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  },
  {
    id: 'externalname',
    title: 'ExternalName Services',
    summary:
      "An ExternalName Service is a DNS alias: the cluster's DNS answers its name with a CNAME to `spec.externalName`. It is DNS only: no proxy, no ports, no cluster IP, no endpoints.",
    body: [
      'It gives a thing outside (a managed database, a SaaS API) a name of the cluster, different for each namespace or environment, so that you can move it later without changing the clients. Compared with a CNAME in your own DNS it lives beside the application, under RBAC and Git, and can later become a real Service of the same name.',
      'It takes a DNS name, never an IP address: for addresses use a Service without selector and an EndpointSlice.',
    ],
    askedAs: [
      'can externalname point to an ip address',
      'externalname with an ip',
      'what is an externalname service',
      'when do I use externalname',
      'externalname vs cname',
      'map a service to an external database',
      'does externalname proxy traffic',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  },
  {
    id: 'externaltrafficpolicy-local',
    title: 'externalTrafficPolicy: Cluster or Local',
    summary:
      "With `Cluster` (the default) every node accepts traffic from outside and may pass it to a pod on another node, replacing the client's source IP by the node's; with `Local` a node gives traffic only to its own pods, so the client IP stays visible and one hop is saved.",
    body: [
      'The price of `Local`: a node without a ready pod drops the traffic. Load balancers find out by the health check on `healthCheckNodePort` and leave such nodes out; with plain NodePort clients must choose a node that has a pod. Load is spread by node, not by pod, so it may be uneven: spread the pods with topology constraints.',
      'It concerns node ports, load balancers and external IPs, not the cluster IP.',
    ],
    askedAs: [
      'difference between externalTrafficPolicy Local and Cluster',
      'what does externalTrafficPolicy do',
      'preserve client ip with local',
      'why do only some nodes answer with local',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  },
  {
    id: 'gateway-vs-ingress',
    title: 'Gateway API or Ingress',
    summary:
      'For new things take the Gateway API when your controller supports it: it is the successor of Ingress. Ingress is stable and stays, but frozen: no new features are added.',
    body: [
      'Ingress is one object for HTTP hosts, paths and TLS; everything else hides in annotations that differ by controller. Gateway API splits roles: the platform team owns GatewayClass and Gateway (listeners, ports, certificates), application teams own HTTPRoute or GRPCRoute, with weights, header matches and references across namespaces; TCPRoute, TLSRoute and UDPRoute go beyond HTTP.',
      'Both lead to ordinary ClusterIP Services and need a controller. The ingress-nginx project was retired in March 2026: move to another controller; ingress2gateway helps to translate.',
    ],
    askedAs: [
      'gateway api vs ingress',
      'should I use gateway api or ingress',
      'is ingress deprecated',
      'ingress-nginx retired what now',
      'what is the gateway api',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/gateway/',
  },
  {
    id: 'get-svc-columns',
    title: 'The columns of kubectl get svc',
    summary:
      '`kubectl get svc` shows the type, the CLUSTER-IP (inside the cluster; `None` is headless), the EXTERNAL-IP (outside) and PORT(S), where `443:31234/TCP` means port 443 of the Service and node port 31234.',
    body: [
      'EXTERNAL-IP `<none>` is right for ClusterIP and NodePort: they have no address of their own outside. `<pending>` means that a load balancer is awaited; when it stays, no controller makes one or it failed: see the events with `kubectl describe svc NAME`. For ExternalName the column holds the DNS name it stands for.',
      '`-o wide` adds the selector. Whether pods stand behind it, this table does not tell: `kubectl get endpointslices -l kubernetes.io/service-name=NAME` does.',
    ],
    askedAs: [
      'why is external-ip none for clusterip services',
      'which port of 80:31544/TCP do clients use',
      'what do the columns of kubectl get svc mean',
      'external-ip none meaning',
      'what does none in cluster-ip mean',
      'what is 443:31234/TCP',
    ],
    source: 'https://kubernetes.io/docs/tutorials/kubernetes-basics/expose/expose-intro/',
  },
  {
    id: 'grpc-balancing',
    title: 'gRPC and long connections',
    summary:
      'A Service balances connections, and gRPC keeps one HTTP/2 connection open for all calls: so all calls of a client go to one pod, and new replicas get nothing.',
    body: [
      'Three ways out: client-side balancing over a headless Service (gRPC: target `dns:///NAME.NAMESPACE:PORT` with the `round_robin` policy, so that it sees all pod addresses), a proxy that balances by request (Ingress or Gateway with HTTP/2, a mesh such as Istio or Linkerd), or servers that close connections after a while (`MAX_CONNECTION_AGE`) so that clients connect anew.',
      'The same holds for WebSockets, database pools and any keep-alive HTTP client.',
    ],
    askedAs: [
      'grpc load balancing does not work',
      'all grpc calls go to one pod',
      'http2 keepalive connection stays on one pod',
      'new replicas get no traffic',
      'websocket long lived connections balancing',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  },
  {
    id: 'hairpin',
    title: 'A pod that calls its own Service',
    summary:
      'It should work: the connection leaves the pod, the Service may choose the same pod, and the packet comes back (hairpin). When only that fails, the bridge or network plug-in has hairpin off.',
    body: [
      "A pod behind a Service gets a random pod of it, perhaps itself. If calls time out about once in N (N pods), it is the case of itself. The kubelet's `--hairpin-mode` (`hairpin-veth` or `promiscuous-bridge`) and the plug-in's setting decide; most plug-ins handle it.",
      'When a pod needs itself, let it call `localhost`. When it needs its peers, use a headless Service and leave its own address out.',
    ],
    askedAs: [
      'pod cannot reach itself through its service',
      'hairpin mode',
      'call own service from the pod',
      'can a pod call the service it belongs to',
    ],
    source:
      'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#a-pod-fails-to-reach-itself-via-the-service-ip',
  },
  {
    id: 'headless-dns',
    title: 'DNS names of the pods of a StatefulSet',
    summary:
      "A pod of a StatefulSet has the stable name `POD.SERVICE.NAMESPACE.svc.cluster.local`, for example `kafka-0.kafka.shop.svc.cluster.local`; SERVICE is the headless Service named in the StatefulSet's `spec.serviceName`.",
    body: [
      'The name stays when the pod is replaced, the IP address does not. It exists while the pod is ready; with `publishNotReadyAddresses: true` also before, which peers that bootstrap each other need.',
      'The headless Service must exist and its selector must match the pods. Pods of a Deployment have no such names. Outside the cluster the names mean nothing: give each pod a LoadBalancer or NodePort Service that selects the label `statefulset.kubernetes.io/pod-name`.',
    ],
    askedAs: [
      'dns name of a single pod in a statefulset',
      'stable hostname for each pod',
      'how do I reach pod 0 of a statefulset',
      'pod-0.service.namespace.svc.cluster.local',
      'address a specific pod',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  },
  {
    id: 'headless-purpose',
    title: 'Headless Services (clusterIP: None)',
    summary:
      'A headless Service has `clusterIP: None`: there is no virtual address and no balancing; its DNS name gives the pod IPs themselves, one A or AAAA record for each ready pod.',
    body: [
      'Take it when clients must reach each pod by itself or balance on their own: the peers of a database or broker (Cassandra, Kafka, etcd), StatefulSets that need a stable name for each pod, gRPC clients with client-side balancing.',
      'kube-proxy does nothing for it, so port and targetPort are not translated: clients call the port of the container. Clients that cache DNS or keep one connection stay on one pod. With a selector, endpoints are made as usual; without one, DNS answers with the EndpointSlices that you write.',
    ],
    askedAs: [
      'do headless services do load balancing',
      'what is a headless service',
      'what does clusterIP: None mean',
      'when do I need a headless service',
      'headless vs clusterip',
      'why does a statefulset need a headless service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  },
  {
    id: 'health-check-node-port',
    title: 'healthCheckNodePort',
    summary:
      'With type LoadBalancer and `externalTrafficPolicy: Local`, Kubernetes opens `healthCheckNodePort` on every node: it answers HTTP 200 on `/healthz` when the node has a ready pod of the Service and 503 when not, and the load balancer sends traffic only to the first kind.',
    body: [
      "That some nodes are shown as unhealthy is therefore normal with `Local`. With `Cluster` every healthy node may take traffic; load balancers check kube-proxy's `/healthz` on port 10256 or the node port itself.",
      "The port is chosen automatically or set at creation, and firewalls must let the provider's health checks through to it. A load balancer that targets pod IPs checks the pods directly.",
    ],
    askedAs: [
      'what is healthCheckNodePort',
      'how does the load balancer know which node has pods',
      'nodes unhealthy in target group',
      'load balancer health check',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
  },
  {
    id: 'host-port',
    title: 'hostPort and hostNetwork instead of a Service',
    summary:
      "`hostPort` opens a container's port on the one node that runs the pod, and `hostNetwork: true` puts the pod into the node's network; neither needs a Service, and neither balances.",
    body: [
      'The port can be used once on a node, so only one such pod fits on each: a DaemonSet is the usual form, for Ingress controllers on own machines (80 and 443), agents and DNS. When the pod moves, the address changes. NodePort is open on all nodes, goes to any ready pod, and takes ports above 30000 only.',
      'Prefer a Service: `hostPort` limits scheduling, and `hostNetwork` goes around NetworkPolicies. With `hostNetwork` set `dnsPolicy: ClusterFirstWithHostNet` to find Services.',
    ],
    askedAs: ['hostport vs nodeport', 'what is hostNetwork', 'expose port 80 directly on the node', 'hostPort vs service'],
    source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/',
  },
  {
    id: 'ingress-backend-type',
    title: 'Which Service type stands behind an Ingress',
    summary:
      'ClusterIP is enough for Services behind an Ingress or Gateway: the controller runs in the cluster and reaches the pods itself. NodePort or LoadBalancer would only open a second way in.',
    body: [
      "The exceptions are controllers outside the cluster: GKE's Ingress needs NodePort unless container-native load balancing (NEG, the default in VPC-native clusters) is used, and the AWS Load Balancer Controller needs NodePort with target type `instance`, but not with `ip`.",
      "Only the controller's own Service is a LoadBalancer (or NodePort on own machines). The backend names the port of the Service, not the container's, and the Service must be in the namespace of the Ingress.",
    ],
    askedAs: [
      'which service type for ingress backend',
      'does ingress need nodeport',
      'should services behind ingress be clusterip',
      'do I need loadbalancer if I have ingress',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  },
  {
    id: 'ingress-controller',
    title: 'Ingress controllers',
    summary:
      "An Ingress is only a set of rules; an Ingress controller is the proxy (Traefik, HAProxy, Envoy-based, or a cloud's HTTP load balancer) that reads the rules and carries the traffic. Without one an Ingress does nothing and gets no address.",
    body: [
      "Kubernetes brings none. `kubectl get ingressclass` shows what is installed; an Ingress names its class in `spec.ingressClassName`, or the class marked as default takes it. The controller's pods stand behind a Service of their own, usually of type LoadBalancer, and its address is what DNS must point to.",
      'GKE and AKS offer controllers of their own, EKS the AWS Load Balancer Controller, k3s installs Traefik.',
    ],
    askedAs: [
      'what is an ingress controller',
      'why does my ingress have no address',
      'do I need an ingress controller',
      'what is an ingressclass',
      'is an ingress controller a service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  },
  {
    id: 'ingress-vs-loadbalancer',
    title: 'Ingress or LoadBalancer Service',
    summary:
      'A LoadBalancer Service is layer 4: one address for one Service, any TCP or UDP. An Ingress is layer 7: HTTP only, many hosts and paths and TLS behind one address, leading to many Services.',
    body: [
      'An Ingress is not a Service type but a set of rules, which an Ingress controller carries out; the controller itself is reached through one LoadBalancer (or NodePort) Service. The Services behind it stay ClusterIP and are still needed.',
      'Take a LoadBalancer for databases, games, MQTT or a single application; take Ingress or the Gateway API for several websites and APIs, certificates and path rules: one load balancer to pay instead of one for each Service.',
    ],
    askedAs: [
      'do I need an ingress if I already have a loadbalancer',
      'can an ingress route tcp or udp',
      'difference between ingress and loadbalancer',
      'ingress vs service',
      'do I still need a service with ingress',
      'when ingress and when loadbalancer',
      'why not a loadbalancer for each http service',
      'is ingress a type of service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  },
  {
    id: 'internal-load-balancer',
    title: 'Internal load balancers',
    summary:
      "An internal load balancer is a LoadBalancer Service with the cloud's annotation: it gets a private address of your VPC or VNet and no public one.",
    body: [
      'AWS Load Balancer Controller: `service.beta.kubernetes.io/aws-load-balancer-scheme: internal`. GKE: `networking.gke.io/load-balancer-type: "Internal"`. AKS: `service.beta.kubernetes.io/azure-load-balancer-internal: "true"`. Other providers have their own; without the right one the address is public on most clouds.',
      'Reachable is it from the VPC and from what is connected to it (VPN, peering, Direct Connect), if routes and firewalls allow. Set the annotation when you create the Service: changing it later may replace the load balancer and its address, or do nothing. With MetalLB the address pool decides.',
    ],
    askedAs: [
      'how do I make a load balancer internal',
      'private load balancer in vpc',
      'internal load balancer annotation',
      'loadbalancer without public ip',
      'expose only inside the vpc',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
  },
  {
    id: 'internaltrafficpolicy',
    title: 'internalTrafficPolicy',
    summary:
      '`internalTrafficPolicy: Local` lets pods reach only endpoints on their own node through the Service; the default `Cluster` uses all endpoints of the cluster.',
    body: [
      'It is made for agents that run on every node as a DaemonSet: log collectors, metrics, DNS caches. A pod sends to one Service name and reaches the agent beside it, without crossing the network.',
      'There is no fallback: when the node has no ready endpoint, the connection fails as if the Service had none. When near is only a wish, use `trafficDistribution: PreferSameNode` or `PreferSameZone`, which fall back to others. It concerns traffic from inside; `externalTrafficPolicy` is for traffic from outside.',
    ],
    askedAs: [
      'what is internalTrafficPolicy local',
      'only send to pods on the same node',
      'reach the daemonset pod on my own node',
      'node local service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
  },
  {
    id: 'k3s-servicelb',
    title: 'LoadBalancer on k3s (ServiceLB)',
    summary:
      "k3s brings a small controller, ServiceLB (formerly Klipper): for each LoadBalancer Service it starts `svclb-` pods that open the Service's port as host port on the nodes, and the node addresses become the EXTERNAL-IP.",
    body: [
      'So only one Service can have a port: the second one for 80 or 443 stays pending, because Traefik, which k3s installs as Ingress controller, has both. Use an Ingress for HTTP, another port, or switch Traefik off (`--disable traefik`).',
      'To use MetalLB start the server with `--disable servicelb`. Labels on nodes (`svccontroller.k3s.cattle.io/enablelb`) choose which nodes take part.',
    ],
    askedAs: [
      'how does loadbalancer work on k3s',
      'what are svclb pods',
      'klipper servicelb',
      'k3s loadbalancer pending port already used',
      'k3s traefik ports 80 443',
    ],
    source: 'https://docs.k3s.io/networking/networking-services',
  },
  {
    id: 'kube-proxy-modes',
    title: 'kube-proxy modes: iptables, IPVS, nftables',
    summary:
      'kube-proxy runs on each node and programs Services into the kernel: with iptables (still the default on Linux), with nftables (stable since 1.33 and the better choice on new kernels), or with IPVS (deprecated since 1.35).',
    body: [
      'iptables works everywhere, but rules grow with Services and endpoints and updates get slow with thousands of them. nftables looks up Services in maps, so it stays fast; it needs kernel 5.13 or newer. IPVS was the older answer to scale and has more scheduling algorithms.',
      'See the mode in the ConfigMap `kube-proxy` in `kube-system`, or with `curl localhost:10249/proxyMode` on a node. Cilium and Calico can replace kube-proxy with eBPF.',
    ],
    askedAs: [
      'does going through a service cost latency or cpu compared to the pod ip',
      'iptables vs ipvs vs nftables',
      'which kube-proxy mode should I use',
      'what does kube-proxy do',
      'is ipvs deprecated',
      'kube-proxy replacement cilium ebpf',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes',
  },
  {
    id: 'kubectl-expose',
    title: 'kubectl expose',
    summary:
      "`kubectl expose deployment NAME --port=80 --target-port=8080` makes a Service whose selector is taken from the Deployment's own selector; the type is ClusterIP unless `--type` says otherwise.",
    body: [
      'It works for Deployments, ReplicaSets, pods and other Services (not for StatefulSets and DaemonSets), and `--dry-run=client -o yaml` prints the manifest instead of creating it. Without `--port` it takes the container ports. It opens nothing to the outside by itself: that needs `--type=NodePort` or `LoadBalancer`.',
      '`kubectl create service clusterip NAME --tcp=80:8080` is different: it writes the selector `app=NAME`, which may match nothing. Keep the YAML in Git rather than repeating commands.',
    ],
    askedAs: [
      'what does kubectl expose do',
      'kubectl expose deployment',
      'create a service from the command line',
      'expose vs create service',
    ],
    source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_expose/',
  },
  {
    id: 'kubernetes-service',
    title: 'The Service "kubernetes" in default',
    summary:
      'The Service `kubernetes` in the namespace `default` leads pods to the API server: `https://kubernetes.default.svc`. The control plane makes it and makes it again when it is deleted.',
    body: [
      'It has no selector: the API servers write their own addresses into its endpoints, so it is right that it selects no pods. It always has the first address of the Service range, and client libraries find it by the variables `KUBERNETES_SERVICE_HOST` and `KUBERNETES_SERVICE_PORT`.',
      'Do not put your own things under that name. When pods cannot reach it, look at kube-proxy, egress NetworkPolicies and the network of the node. Another Service that a cluster brings is `kube-dns` in `kube-system`.',
    ],
    askedAs: [
      'what is the kubernetes service in the default namespace',
      'can I delete the kubernetes service',
      'kubernetes.default.svc',
    ],
    source: 'https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/',
  },
  {
    id: 'load-balancer-ip',
    title: 'A static IP address for a LoadBalancer',
    summary:
      'Reserve the address at the provider, then name it in the annotation of its controller; `spec.loadBalancerIP` is deprecated since 1.24 and not honoured everywhere.',
    body: [
      'AWS (NLB): `service.beta.kubernetes.io/aws-load-balancer-eip-allocations`; GKE: `networking.gke.io/load-balancer-ip-addresses`; AKS: `service.beta.kubernetes.io/azure-pip-name` or `azure-load-balancer-ipv4`; MetalLB: `metallb.io/loadBalancerIPs`.',
      'Without it the address stays while the Service lives and is lost when it is deleted, so never delete and recreate to change something. An AWS load balancer has a DNS name by default, whose addresses may change: use the name, or a CNAME to it, in DNS.',
    ],
    askedAs: [
      'static ip for a loadbalancer service',
      'keep the same external ip',
      'is loadBalancerIP deprecated',
      'assign reserved ip to service',
      'does the external ip change',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'load-balancing-algorithm',
    title: 'How a Service chooses a pod',
    summary:
      'kube-proxy chooses a random ready pod for each new connection in iptables and nftables mode (IPVS: round robin by default); it balances connections, never requests.',
    body: [
      'All packets of one connection go to the same pod. With keep-alive, HTTP/2, gRPC or a database pool few connections live long, so load gets uneven and new pods see little of it. It knows neither load nor latency of a pod.',
      'For balancing by request put an Ingress, Gateway or mesh before it, or let the client balance over a headless Service. `sessionAffinity: ClientIP` ties a client to a pod; `trafficDistribution` prefers near ones. There are no weights in a Service.',
    ],
    askedAs: [
      'round robin or least connections or random',
      'how does kube-proxy pick a pod',
      'which load balancing algorithm does a service use',
      'is it round robin',
      'how does clusterip choose the pod',
      'uneven load between pods',
      'does a service balance per request or per connection',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
  },
  {
    id: 'loadbalancer-bare-metal',
    title: 'LoadBalancer without a cloud',
    summary:
      "On own machines nobody makes load balancers, so EXTERNAL-IP stays `<pending>` until you install a controller: MetalLB, kube-vip, Cilium's LB IPAM, or ServiceLB as in k3s.",
    body: [
      'MetalLB takes addresses from a pool of your network (IPAddressPool) and announces them by ARP/NDP (layer 2: one node carries all traffic of an address) or BGP (routers spread it). Both the pool and an L2Advertisement or BGPAdvertisement must exist.',
      "Without it use NodePort behind your own HAProxy, F5 or keepalived, or an Ingress controller on `hostPort` 80 and 443 with DNS to the nodes. In clouds that offer no layer 2, MetalLB's layer 2 mode does not work.",
    ],
    askedAs: [
      'loadbalancer on bare metal',
      'what is metallb',
      'load balancer on premise',
      'kubeadm cluster external-ip pending',
      'do I need metallb',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'loadbalancer-class',
    title: 'loadBalancerClass',
    summary:
      "`spec.loadBalancerClass` says which controller shall make the load balancer; only the one of that class acts, and the cluster's default one ignores the Service.",
    body: [
      'Examples: `service.k8s.aws/nlb` (AWS Load Balancer Controller), `eks.amazonaws.com/nlb` (EKS Auto Mode), `networking.gke.io/l4-regional-external` (GKE), `tailscale`, or the class that MetalLB was given with `--lb-class`.',
      'It belongs to type LoadBalancer only and cannot be changed once set: to switch, change the type to ClusterIP and back, or make the Service anew. With a class that no controller serves, EXTERNAL-IP stays `<pending>` without any event.',
    ],
    askedAs: [
      'what is loadBalancerClass',
      'two load balancer controllers in one cluster',
      'use metallb and cloud load balancer together',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
  },
  {
    id: 'loadbalancer-cost',
    title: 'What load balancers cost',
    summary:
      'Each Service of type LoadBalancer normally makes its own load balancer at the provider, and each one is charged, by the hour and by traffic.',
    body: [
      'To share one, put an Ingress or Gateway before ClusterIP Services: one load balancer for the controller, and hosts and paths decide which Service gets the request. For TCP and UDP a Gateway with TCPRoute or UDPRoute, where the controller supports them, or several ports in one Service do the same.',
      "Some controllers share an address between Services (MetalLB's `metallb.io/allow-shared-ip`, Azure and others by annotation). NodePort costs nothing but has high ports and no health checks. ClusterIP Services are free.",
    ],
    askedAs: [
      'is a loadbalancer for every microservice bad practice',
      'do I pay for each loadbalancer service',
      'one load balancer for many services',
      'too many load balancers expensive',
      'share a load balancer between services',
      'reduce load balancer cost',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  },
  {
    id: 'loadbalancer-how',
    title: 'How a LoadBalancer Service works',
    summary:
      "Kubernetes makes no load balancer itself: a controller (the cloud provider's, MetalLB, ServiceLB of k3s …) watches Services of type LoadBalancer, creates one and writes its address into `status.loadBalancer`, shown as EXTERNAL-IP.",
    body: [
      'Until then, or for ever when no such controller runs, EXTERNAL-IP is `<pending>`; the reason stands in the events of the Service. The load balancer forwards to node ports or straight to pods; the Service keeps its cluster IP, so pods go on using it.',
      'Annotations choose the kind: internal or public, TLS, static address; each provider has its own. On own machines install MetalLB, on minikube run `minikube tunnel`, on kind cloud-provider-kind.',
    ],
    askedAs: [
      'what happens when I create a loadbalancer service',
      'how does a loadbalancer service work',
      'who creates the load balancer',
      'what is type loadbalancer',
      'is a load balancer created automatically',
      'external-ip pending meaning',
      'why does external ip stay pending',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'loadbalancer-kind',
    title: 'LoadBalancer and access on kind',
    summary:
      'The nodes of kind are containers: to reach a NodePort from the host map it with `extraPortMappings` in the cluster configuration (at creation); for LoadBalancer Services run cloud-provider-kind, which gives them an address.',
    body: [
      'Example: `extraPortMappings: [{containerPort: 30080, hostPort: 8080}]` and a Service with `nodePort: 30080`, then `curl localhost:8080`. `listenAddress` says on which address of the host it listens.',
      "On Linux the node containers' addresses are reachable directly; on macOS and Windows they are not. MetalLB works too, with a pool from the Docker network. Without any of this `kubectl port-forward` is enough for a look.",
    ],
    askedAs: [
      'does type loadbalancer work on kind',
      'how do I access a service in kind from the host',
      'kind extraPortMappings',
      'loadbalancer in kind',
      'nodeport in kind not reachable from localhost',
      'cloud-provider-kind',
    ],
    source: 'https://kind.sigs.k8s.io/docs/user/loadbalancer/',
  },
  {
    id: 'loadbalancer-minikube',
    title: 'LoadBalancer and access on minikube',
    summary:
      'Run `minikube tunnel` in a second terminal: while it runs, LoadBalancer Services get an external IP that is reachable from your machine; without it EXTERNAL-IP stays `<pending>`.',
    body: [
      "For a NodePort Service `minikube service NAME --url` prints an address that works; with the Docker driver on macOS and Windows it keeps a tunnel open in that terminal, because the node's IP address is not reachable there. `kubectl port-forward service/NAME 8080:80` works everywhere.",
      'The tunnel may ask for a password, as it changes routes and opens ports below 1024. For host names enable the `ingress` add-on. The addresses are for your own machine, not for others in the network.',
    ],
    askedAs: [
      'loadbalancer on minikube external ip pending',
      'how do I access a service in minikube',
      'minikube tunnel',
      'minikube service url',
      'open app in minikube from browser',
    ],
    source: 'https://minikube.sigs.k8s.io/docs/handbook/accessing/',
  },
  {
    id: 'loadbalancer-node-ports',
    title: 'LoadBalancer Services and their node ports',
    summary:
      'Each port of a LoadBalancer Service takes a node port by default, and the range 30000–32767 has 2768 of them for the whole cluster: that limits how many LoadBalancer Services fit.',
    body: [
      'Set `allocateLoadBalancerNodePorts: false` when the load balancer sends traffic straight to pods or the cluster IP (AWS Load Balancer Controller with target type `ip`, GKE container-native, MetalLB, Cilium): then no node port is needed. Existing ones stay until you remove the `nodePort` fields.',
      'Load balancers that work through node ports (the default of many clouds) need them. A larger `--service-node-port-range` or an Ingress or Gateway that shares one load balancer are the other ways.',
    ],
    askedAs: [
      'why does a loadbalancer have a nodeport',
      'disable nodeport for loadbalancer',
      'allocateLoadBalancerNodePorts',
      'limit of load balancers because of node ports',
      'failed to allocate a nodePort range is full',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation',
  },
  {
    id: 'multi-cluster',
    title: 'Services across clusters',
    summary:
      'A Service ends at its cluster: pods of another cluster cannot use its name or cluster IP. They need an address that is reachable from there.',
    body: [
      'The simple way: an internal LoadBalancer (or a Gateway) in the cluster that serves, and in the other one an ExternalName Service for its DNS name, or a Service without selector with an EndpointSlice for its IP address.',
      'The Multi-Cluster Services API does it by export: a `ServiceExport` in one cluster makes `NAME.NAMESPACE.svc.clusterset.local` known in all of a cluster set, where it is implemented (GKE, Submariner, Cilium Cluster Mesh). Meshes such as Istio and Linkerd have it, too. The pod networks must be routed or joined by gateways.',
    ],
    askedAs: [
      'can I call a service in another cluster',
      'multi cluster services',
      'service across two clusters',
      'clusterset.local',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'multi-port-services',
    title: 'Several ports in one Service',
    summary: 'Yes: list several entries under `spec.ports`; then each entry needs a `name`, so that they can be told apart.',
    body: [
      'Every port has its own `port`, `targetPort`, `protocol` and, where the type has it, `nodePort`. The same number may appear twice with different protocols, such as DNS with TCP 53 and UDP 53. All ports lead to the same pods, because the selector belongs to the whole Service.',
      'For type LoadBalancer, TCP and UDP together need a provider that supports mixed protocols. There are no port ranges in a Service: each port is written out.',
    ],
    askedAs: [
      'can a service have multiple ports',
      'expose two ports with one service',
      'service with http and https port',
      'port name required for multiple ports',
      'tcp and udp on the same port',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  },
  {
    id: 'named-target-port',
    title: 'targetPort as a name',
    summary:
      "Yes, `targetPort` can be a name: it must equal the name of a port in the pod's container (`ports[].name` beside `containerPort`), in each pod that the selector matches.",
    body: [
      'The name is looked up for each pod, so pods of two versions may listen on different numbers under one name, and you can change the number without touching the Service. Names have at most 15 characters: lower-case letters, digits and dashes, at least one letter.',
      'When no selected pod declares that name, the Service has no usable endpoint for the port: connections fail although everything looks right. Probes and Ingress backends may use port names too, but an Ingress names the port of the Service.',
    ],
    askedAs: [
      'can targetPort be a name',
      'is targetPort allowed to be a string',
      'named port in service',
      'use port name instead of number',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  },
  {
    id: 'network-policy',
    title: 'NetworkPolicies and Services',
    summary:
      "A NetworkPolicy concerns pods, not Services: it names the pods' own ports (the targetPort), and is checked after the Service address was replaced by the pod's. Without any policy every pod of the cluster may call every Service.",
    body: [
      'To limit callers, select the pods behind the Service with `podSelector` and list who may enter under `ingress.from`, by pod and namespace labels. As soon as one policy selects a pod, everything it does not allow in that direction is denied; an egress policy must also allow DNS (port 53).',
      "It works only when the network plug-in enforces it (Calico, Cilium and others; plain flannel does not). For traffic from outside it sees the client's address only with `externalTrafficPolicy: Local`.",
    ],
    askedAs: [
      'does a network policy apply to services',
      'restrict which pods can call a service',
      'networkpolicy port service port or target port',
      'is a service isolated between namespaces',
      'who can access my clusterip service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  },
  {
    id: 'nlb-vs-alb',
    title: 'Load balancers on AWS: NLB and ALB',
    summary:
      'A Service of type LoadBalancer makes a layer 4 load balancer (NLB; without the AWS Load Balancer Controller the old in-tree code makes a Classic ELB), an Ingress makes a layer 7 one (ALB) with hosts, paths and TLS.',
    body: [
      'With the AWS Load Balancer Controller set `service.beta.kubernetes.io/aws-load-balancer-type: external` and `aws-load-balancer-scheme: internet-facing` (its default is internal); `aws-load-balancer-nlb-target-type: ip` sends traffic straight to pods, `instance` through node ports. EKS Auto Mode uses the class `eks.amazonaws.com/nlb`.',
      "Take NLB for TCP, UDP, static addresses and the client's IP address; take ALB for HTTP. Several Ingresses share an ALB with the annotation `alb.ingress.kubernetes.io/group.name`.",
    ],
    askedAs: [
      'nlb or alb on eks',
      'difference between nlb and alb',
      'how do I get an nlb for my service',
      'service type loadbalancer creates classic elb',
      'aws load balancer controller',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'no-endpoints',
    title: 'What happens without endpoints',
    summary:
      'The Service keeps its name and address, but no ready pod stands behind it: kube-proxy rejects the connection, so clients see "connection refused" at once (dropped packets and a timeout in some network plug-ins, 503 behind an Ingress).',
    body: [
      'Reasons, the most frequent first: the selector does not match the pod labels, pods are not ready, the workload is scaled to zero, the pods are in another namespace, or a named `targetPort` that no pod declares.',
      'Look at `kubectl get endpointslices -l kubernetes.io/service-name=NAME`, compare `spec.selector` with `kubectl get pods --show-labels`, then the readiness of the pods. Services without selector and ExternalName have none by design.',
    ],
    askedAs: [
      'what happens when a service has no pods',
      'service with zero endpoints',
      'why does a service have no endpoints',
      'replicas 0 behind a service',
    ],
    source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
  },
  {
    id: 'node-failure',
    title: 'When a node fails',
    summary:
      "A Service is an object in the API, so no node's failure removes it: the endpoints on that node are taken out of its EndpointSlices, and traffic goes to the ready pods on other nodes.",
    body: [
      'The control plane notices a dead node when its heartbeats stop, about 50 seconds by default; then the node and its pods count as not ready. Until then some new connections still go to them and time out. Five minutes later the pods are evicted and replaced elsewhere. A planned `kubectl drain` loses nothing, when the pods end gracefully.',
      "After a reboot kube-proxy writes the rules again. Spread replicas over nodes, let clients try again, and let the cloud's load balancer check the health of nodes.",
    ],
    askedAs: [
      'what happens to a service when a node dies',
      'how fast does a service notice a dead node',
      'do services survive a node reboot',
      'if I kill a node how long until traffic moves',
      'node failure and endpoints',
      'drain a node without losing requests',
    ],
    source: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
  },
  {
    id: 'nodeport-nodes',
    title: 'On which nodes a NodePort answers',
    summary:
      "On every node, whether or not it runs a pod of the Service: any node's IP address with the node port leads to a ready pod, also on another node.",
    body: [
      "Two things change that. `externalTrafficPolicy: Local` makes nodes without a pod drop the traffic. kube-proxy's `--nodeport-addresses` limits node ports to some address ranges (nftables mode: to the primary node address by default). On `localhost` of a node it works in iptables mode only.",
      'Find addresses with `kubectl get nodes -o wide`; in clouds nodes often have only private addresses, and security groups or firewalls must allow the port. Do not tie clients to one node: when it goes, so do they.',
    ],
    askedAs: [
      'is the node port open on a node without a pod',
      'which node ip do I use with nodeport',
      'is nodeport open on all nodes',
      'does nodeport work on a node without the pod',
      'nodeport on control plane node',
      'nodeport only on certain interface',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#service-nodeport-custom-listen-address',
  },
  {
    id: 'nodeport-range',
    title: 'The node port range',
    summary:
      'Node ports come from 30000–32767 by default: 2768 ports for the whole cluster. Ports such as 80 or 443 are refused, because they would collide with what the nodes run themselves.',
    body: [
      "The API server's flag `--service-node-port-range` changes the range; managed clusters rarely let you, and ranges that overlap system ports are asking for trouble. For 80 and 443 take a LoadBalancer, or an Ingress controller with `hostPort` or `hostNetwork` on own machines.",
      'Without `nodePort` in the manifest a free one is chosen. A chosen one stays as long as the Service; to fix one, take it from the lower part of the range (30000–30085), which is used last for automatic choices.',
    ],
    askedAs: [
      'why are node ports such big numbers',
      'why can a nodeport not be 80 or 443',
      'what is the nodeport range',
      'can I use nodeport 80 or 443',
      'change node port range',
      'why 30000-32767',
      'provided port is not in the valid range',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  },
  {
    id: 'nodeport-vs-loadbalancer',
    title: 'NodePort or LoadBalancer',
    summary:
      'A NodePort opens a high port (30000–32767) on every node and leaves it to the client to choose a node; a LoadBalancer Service adds one external address with normal ports before the nodes, and takes dead nodes out by health checks.',
    body: [
      "A LoadBalancer Service allocates a cluster IP and, by default, node ports too: the cloud's load balancer sends traffic to those node ports, or straight to pods where the controller supports it (`allocateLoadBalancerNodePorts: false` leaves the node ports out).",
      'For production take LoadBalancer, or an Ingress or Gateway for HTTP: it costs money per load balancer, but clients need not know node addresses. NodePort fits tests and own load balancers.',
    ],
    askedAs: [
      'is it bad practice to use nodeport in production',
      'difference between nodeport and loadbalancer',
      'nodeport vs loadbalancer',
      'why use a loadbalancer service when nodeport works',
      'is nodeport ok for production',
      'does loadbalancer include nodeport',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  },
  {
    id: 'nodeport',
    title: 'What a NodePort is',
    summary:
      "A NodePort Service opens one port from 30000 to 32767 on every node of the cluster; whoever reaches any node's IP address on that port reaches a ready pod of the Service.",
    body: [
      'It contains a ClusterIP, so pods use the normal name and port. Clients outside call `NODE-IP:NODEPORT`; find both with `kubectl get nodes -o wide` and `kubectl get svc`.',
      "Take it for tests, labs and demos, or behind a load balancer of your own. For production it is awkward: clients depend on node addresses, nothing takes a dead node out, the ports are high, every node's firewall must let them in, and the client's IP address is hidden unless `externalTrafficPolicy` is `Local`.",
    ],
    askedAs: ['what is a nodeport', 'what is a nodeport service', 'how does nodeport work', 'when do I use nodeport'],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  },
  {
    id: 'one-pod-many-services',
    title: 'Several Services for the same pods',
    summary:
      'Yes: Services are independent, and any number may select the same pods. Each has its own name, type, address and ports.',
    body: [
      'Usual pairs: a ClusterIP for pods and a LoadBalancer for clients outside; an internal and a public LoadBalancer; a headless Service for peers and a ClusterIP for clients; one for the application and one for metrics, so that the metrics port is not public. For one type more, change nothing in the first: add a second Service with the same selector.',
      'The other way round works too: one Service covers pods of several Deployments when they share the labels of its selector, wanted for a canary and a nasty surprise otherwise.',
    ],
    askedAs: [
      'two services pointing to the same pods',
      'can one pod belong to multiple services',
      'two services for one deployment',
      'internal and external service for the same pods',
      'multiple services same selector',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'outside-to-inside',
    title: 'Ways into the cluster from outside',
    summary:
      'There are four usual ways: a LoadBalancer Service (one address, any TCP or UDP), an Ingress or Gateway over ClusterIP Services (HTTP, many hosts behind one address), a NodePort Service (a high port on every node), and `kubectl port-forward` for one person.',
    body: [
      'On a cloud take LoadBalancer for one application, and Ingress or Gateway for several sites or TLS. On own machines install MetalLB first, or use NodePort behind your own balancer. On a laptop use port-forward, `minikube service`, or kind with `extraPortMappings`.',
      "From a private network only, add the cloud's annotation for an internal load balancer. Pods keep using the ClusterIP, which every one of these contains.",
    ],
    askedAs: [
      'how can I access my application from outside the cluster',
      'ways to expose a service externally',
      'options to expose an app to the internet',
      'how does external traffic enter the cluster',
    ],
    source: 'https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/',
  },
  {
    id: 'pod-dns',
    title: 'DNS names of pods',
    summary:
      'Pods have no stable DNS name of their own; those of a StatefulSet, or with `hostname` and `subdomain` set, get `POD.SERVICE.NAMESPACE.svc.cluster.local` when a headless Service of that name selects them.',
    body: [
      '`subdomain` must be the name of the headless Service in the same namespace, and the pod must be ready (or the Service sets `publishNotReadyAddresses: true`). A StatefulSet sets both for you through `spec.serviceName`, so `db-0.db` finds the first pod although its IP changes.',
      "A Deployment's pods come and go under new names, so call its Service. Names made of the IP, such as `10-0-0-7.shop.pod.cluster.local`, help only who knows the IP already.",
    ],
    askedAs: [
      'does a pod have a dns name',
      'how do I call one pod by name',
      'hostname and subdomain of a pod',
      'dns record for a single pod',
      'pod ip changes how to find a pod',
      'can I reach a pod by its name',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pods',
  },
  {
    id: 'pod-without-service',
    title: 'Reaching a pod without a Service',
    summary:
      'A pod can be reached without a Service, by its pod IP inside the cluster or by `kubectl port-forward` from your machine; but its IP changes with every restart elsewhere, and nothing balances over replicas.',
    body: [
      'A Service needs no Deployment and a Deployment needs no Service: the Deployment runs the pods, the Service gives them a name and an address. A worker that only takes jobs from a queue and that nobody calls needs none.',
      'Without a Service there are `hostPort` and `hostNetwork`, which tie the pod to its node, and a headless Service, which only gives names. Use a ClusterIP Service as soon as another pod calls it.',
    ],
    askedAs: [
      'can I access a pod without a service',
      'do I need a service for every deployment',
      'does a worker that nobody calls need a service',
      'pod without service',
      'kya service ke bina pod access kar sakte hai',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'port-forward',
    title: 'kubectl port-forward',
    summary:
      '`kubectl port-forward service/NAME 8080:80` opens port 8080 on your machine and carries it through the API server to one pod: it picks a pod of the Service once and does not balance.',
    body: [
      "So it bypasses the Service's rules: that it works proves that the pod answers on that port, not that the Service does. It ends when the pod goes, when the terminal closes, or after idle time, carries TCP only, and needs the permission `create pods/portforward`.",
      'It is for debugging and one person. `--address 0.0.0.0` lets other machines in. The local port is free to choose; below 1024 it needs more rights.',
    ],
    askedAs: [
      'how does kubectl port-forward work',
      'port-forward to a service uses only one pod',
      'does port-forward load balance',
      'port-forward vs nodeport',
      'port-forward keeps disconnecting',
    ],
    source: 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
  },
  {
    id: 'port-vs-targetport-vs-nodeport',
    title: 'port, targetPort, nodePort and containerPort',
    summary:
      "`port` is the port of the Service, which clients call; `targetPort` is the port on which the pod's container listens; `nodePort` is the port from 30000 to 32767 opened on every node for type NodePort and LoadBalancer.",
    body: [
      'A connection to `SERVICE:port` or `NODE:nodePort` ends at `POD:targetPort`. When `targetPort` is left out it is the same as `port`. In `docker run -p 8080:80` the 8080 is like `port` and the 80 like `targetPort`. `kubectl get svc` shows `80:30080/TCP`: port 80, node port 30080.',
      '`containerPort` in the pod is information: a number in `targetPort` works without it, only a named `targetPort` needs a container port of that name.',
    ],
    askedAs: [
      'can the service listen on 80 and the container on 3000',
      'different port for service and container',
      'difference between port targetPort and nodePort',
      'what is targetPort',
      'which port is which in a service',
      'what does 80:30080/TCP mean in kubectl get svc',
      'containerPort vs targetPort',
      'like docker run -p outside:inside',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  },
  {
    id: 'protocols',
    title: 'TCP, UDP and SCTP in Services',
    summary:
      'Services support TCP (the default), UDP and SCTP, chosen for each port with `protocol`; a Service is layer 4 and knows nothing of HTTP.',
    body: [
      'UDP works with ClusterIP and NodePort everywhere; for LoadBalancer it depends on the provider. SCTP needs a network plug-in and load balancer that support it. kube-proxy keeps UDP flows on one pod for as long as the connection-tracking entry lives, so a sender that never pauses stays on it.',
      'What is spoken above, such as HTTP, gRPC or WebSocket, can be told to Ingress and Gateway controllers and meshes by `appProtocol`. `kubectl port-forward` carries TCP only.',
    ],
    askedAs: [
      'which protocols are allowed in the ports of a service',
      'does a service support udp',
      'which protocols do services support',
      'what is the default protocol of a service',
      'sctp support',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
  },
  {
    id: 'publish-not-ready',
    title: 'publishNotReadyAddresses',
    summary:
      '`publishNotReadyAddresses: true` lets a Service treat all its pods as ready: DNS and endpoints contain pods whose readiness probe has not passed yet.',
    body: [
      'It is meant for headless Services of clustered software: the peers must find each other to form the cluster, and only then become ready. Without it they wait for each other for ever.',
      'Do not set it on a Service that clients use: they would be sent to pods that are not able to answer. A usual pair is a headless Service with it for peers and a ClusterIP Service without it for clients. Pods without an IP address are never published.',
    ],
    askedAs: [
      'what does publishNotReadyAddresses do',
      'include not ready pods in dns',
      'peers cannot find each other before ready',
    ],
    source: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  },
  {
    id: 'readiness-and-endpoints',
    title: 'Readiness decides who gets traffic',
    summary:
      'A Service sends traffic to ready pods only; it checks nothing itself. The kubelet runs the readiness probe, and a pod that fails it is marked not ready in the EndpointSlice until it passes again.',
    body: [
      'A pod without readiness probe counts as ready as soon as its containers run, which is often too early. A failing liveness probe restarts the container instead; a pod that is not ready is left running without traffic. When no pod is ready, connections to the Service are refused.',
      'Existing connections are not cut when a pod becomes not ready. `publishNotReadyAddresses: true` switches the rule off, for peers of a cluster.',
    ],
    askedAs: [
      'does a service health check pods',
      'how does a service know that a pod is healthy',
      'readiness probe and service',
      'are pods that are not ready removed from the service',
      'liveness vs readiness for services',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
  },
  {
    id: 'refused-or-timeout',
    title: 'Connection refused or timeout',
    summary:
      '"Connection refused" means that something answered with no: no ready endpoint, or nothing listens on the targetPort. A timeout means that packets vanish: a NetworkPolicy, firewall, security group, wrong address, or a node that is gone.',
    body: [
      'A name that does not resolve is a third thing: DNS, or a wrong name or namespace. 502 and 503 come from an Ingress or load balancer that has no healthy backend, 504 from one that waited in vain.',
      'Go from the inside out: does the process listen (not only on 127.0.0.1), is the pod ready, has the Service endpoints, does `SERVICE:port` answer from another pod, and only then the way from outside. `triage SERVICE` does these steps for you.',
    ],
    askedAs: [
      'difference between connection refused and timeout',
      'what does connection refused tell me',
      'how do I debug a service',
      'service debugging checklist',
    ],
    source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
  },
  {
    id: 'selector-labels',
    title: 'How the selector matches labels',
    summary:
      "The Service selects pods whose labels contain every pair of `spec.selector`; more labels on the pod do not matter. It compares with the labels of the pods (`spec.template.metadata.labels` of the Deployment), not with the Deployment's own labels.",
    body: [
      'A Service selector has only equal pairs, joined by AND: no `matchLabels`, no expressions, no OR. One wrong letter matches nothing: the Service then has no endpoints, without any error. Too few labels match too much, such as `app: web` for web and its worker.',
      'Check with `kubectl get pods -l KEY=VALUE -n NAMESPACE`. Names of Service and Deployment need not be equal.',
    ],
    askedAs: [
      'can a service match pods by expression or several labels',
      'how does a service know which pods belong to it',
      'how does a service find its pods',
      'how do selectors work',
      'does the service selector have to match deployment labels',
      'matchLabels in a service',
      'service selects the wrong pods',
    ],
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  },
  {
    id: 'selector-namespace-scope',
    title: 'A selector reaches its own namespace only',
    summary:
      'A Service selects pods in its own namespace only: Service and pods must be in the same namespace. Clients may be in any namespace and call it by `NAME.NAMESPACE`.',
    body: [
      'An Ingress, too, leads only to Services of its own namespace. A Gateway API HTTPRoute may name a Service in another namespace when a ReferenceGrant there allows it.',
      'To give something of another namespace a local name, make an ExternalName Service that points to `NAME.OTHER.svc.cluster.local`: it is a DNS alias, so it works for connections by name, but HTTP Host headers and TLS names stay those of the alias.',
    ],
    askedAs: [
      'can a service select pods in another namespace',
      'does the service have to be in the same namespace as the pods',
      'selector across namespaces',
      'ingress backend in another namespace',
      'one service for pods of two namespaces',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'selectorless-service',
    title: 'Services without selector',
    summary:
      'A Service without selector gets no endpoints by itself: you write EndpointSlices that say which IP addresses and ports it leads to, for example a database on a virtual machine.',
    body: [
      'The slice must be in the same namespace, carry the label `kubernetes.io/service-name: NAME`, and use the same port names as the Service. Set `endpointslice.kubernetes.io/managed-by` to something of your own, so that no controller touches it. Pods then call `NAME:PORT` as any Service.',
      'Addresses may not be cluster IPs, loopback or link-local. Nothing checks their health, so you keep them up to date. For a DNS name instead of an address use ExternalName.',
    ],
    askedAs: [
      'is a service without selector possible',
      'service without selector',
      'point a service to an external ip address',
      'manual endpoints or endpointslice',
      'service for a database outside the cluster with an ip',
      'how do I use endpointslice manually',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  },
  {
    id: 'service-env-vars',
    title: 'Environment variables of Services',
    summary:
      'For every Service of its namespace that exists when a pod starts, the kubelet sets variables such as `REDIS_SERVICE_HOST` and `REDIS_SERVICE_PORT`, besides Docker-style ones such as `REDIS_PORT=tcp://10.0.0.11:6379`.',
    body: [
      'They are not updated: a Service made after the pod is missing until the pod is made anew. DNS has no such order, so prefer names.',
      "The Docker-style variables often collide with settings of the application: a Service called `redis` sets `REDIS_PORT` to a URL. Give the Service another name or set `enableServiceLinks: false` in the pod's spec. With thousands of Services they also make starting slow.",
    ],
    askedAs: [
      'does a pod find the address of a service by env vars or dns',
      'what are the SERVICE_HOST environment variables in my pod',
      'why does my pod have redis_port env var',
      'enableServiceLinks',
      'service discovery with environment variables',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables',
  },
  {
    id: 'service-limits',
    title: 'Limits of Services',
    summary:
      'The limits that matter: as many Services as the Service range has addresses, 2768 node ports by default, names of at most 63 characters, and no fixed limit of pods behind one Service, as EndpointSlices split them (100 a slice).',
    body: [
      'A name is a DNS label: lower-case letters, digits and dashes; in older releases it has to begin with a letter. Tested clusters have about 10,000 Services; with iptables many thousands make updates slow, nftables scales better.',
      'Environment variables for each Service make pods of crowded namespaces start slowly (`enableServiceLinks: false`). The provider limits the number of load balancers and of targets. A ResourceQuota can limit `services`, `services.nodeports` and `services.loadbalancers`.',
    ],
    askedAs: [
      'how many services can a cluster have',
      'how many pods can a service have',
      'service name rules',
      'maximum ports per service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'service-mesh',
    title: 'Services with a mesh',
    summary:
      'A mesh needs Services as before: it reads names, ports and endpoints from them, but its sidecar or node proxy chooses the pod instead of kube-proxy, by request and with retries, mutual TLS and metrics.',
    body: [
      'So the Service stays ClusterIP. Tell the protocol by `appProtocol` or a port name that begins with it (`http-web`, `grpc-api`, `tcp-db`): otherwise Istio guesses from the first bytes, and protocols in which the server speaks first, such as MySQL, may hang.',
      "Headless Services and StatefulSets work, each pod as a target of its own. Traffic from outside enters through the mesh's gateway, which is itself a LoadBalancer Service. Istio's VirtualService and the Gateway API's HTTPRoute split traffic by weight.",
    ],
    askedAs: [
      'do I need services with istio',
      'service vs service mesh',
      'istio port naming',
      'does a mesh replace kube-proxy',
      'linkerd and services',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
  },
  {
    id: 'service-names',
    title: 'Which names a Service may have',
    summary:
      "A Service's name is a DNS label: at most 63 lower-case letters, digits and hyphens, beginning with a letter, ending with a letter or digit, unique in its namespace.",
    body: [
      'A name cannot be changed: make a second Service with the same selector under the new name, move the clients, then delete the old one. Both send to the same pods meanwhile. The cluster IP and the address of a load balancer are new; an ExternalName Service can keep the old name as an alias.',
      'The same name may exist in every namespace: `web.shop` and `web.test` are different Services. Dots and underscores are refused, because the name is part of a DNS name.',
    ],
    askedAs: [
      'which characters may a service name have',
      'can I rename a service',
      'rename service without downtime',
      'maximum length of a service name',
      'can two services have the same name in different namespaces',
      'underscore in service name',
    ],
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  {
    id: 'service-not-a-process',
    title: 'A Service is not a process: where it runs',
    summary:
      'A Service is not a process: it runs nowhere. It is an object in the API, and kube-proxy turns it into rules (iptables, IPVS or nftables) in the kernel of every node.',
    body: [
      "The cluster IP is virtual: no network interface has it. When a packet for it leaves a pod, the rules of that pod's node rewrite the destination to the IP address of one ready pod, taken from the EndpointSlices; the answer is rewritten on the way back.",
      'So there is no Service to restart or scale and no single point of failure; some network plug-ins (Cilium, for example) do the same with eBPF instead of kube-proxy.',
    ],
    askedAs: [
      'is a service a process or a pod',
      'where does a service run, on which node',
      'how does a service work under the hood',
      'does a service consume resources cpu memory',
      'how is a clusterip implemented',
      'how does traffic get from service to pod',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
  },
  {
    id: 'service-purpose',
    title: 'What a Service is and why pods need one',
    summary:
      'A Service gives a changing group of pods one stable DNS name, one stable virtual IP address and a port, and spreads connections over the pods that are ready.',
    body: [
      'Pods come and go, and each new pod gets a new IP address. The Service names its pods by a label selector; the control plane keeps the list of matching, ready pods in EndpointSlices, and kube-proxy on every node sends connections to one of them.',
      'A Deployment runs and replaces pods; a Service makes them reachable. They know nothing of each other: both only refer to the labels of the pods, so one Service may cover pods of several Deployments.',
    ],
    askedAs: [
      'what is a service good for if pods already have ips',
      'why not call the pod ip directly',
      'what is a kubernetes service',
      'why do I need a service when pods have ip addresses',
      'pod ip vs service ip',
      'what problem do services solve',
      'difference between deployment and service',
      'relationship between pod deployment and service',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  },
  {
    id: 'service-types',
    title: 'Which Service types there are',
    summary:
      'There are four types, each building on the one before: ClusterIP (inside the cluster only), NodePort (a port on every node), LoadBalancer (an address outside, made by the cloud or MetalLB) and ExternalName (a DNS alias). Headless (`clusterIP: None`) is a ClusterIP Service without the virtual address.',
    body: [
      'Take ClusterIP, the default, when pods call each other. Take NodePort for tests or when no load balancer is at hand, LoadBalancer for one application that clients outside reach, and ExternalName to give an outside DNS name an alias in the cluster. Take headless when clients must reach each pod by itself.',
      'For several HTTP sites, put an Ingress or Gateway in front of ClusterIP Services instead of one LoadBalancer each.',
    ],
    askedAs: [
      'what types of services are there',
      'which service types exist and when to use which',
      'difference between ClusterIP NodePort LoadBalancer ExternalName',
      'explain all kinds of services',
      'clusterip vs nodeport vs loadbalancer',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  },
  {
    id: 'session-affinity',
    title: 'Session affinity (sticky sessions)',
    summary:
      '`sessionAffinity: ClientIP` sends all connections of one client IP address to the same pod, for 10800 seconds (3 hours) after its last connection by default; `sessionAffinityConfig.clientIP.timeoutSeconds` sets 1 to 86400.',
    body: [
      'The default is `None`. It works by source address only: a Service is layer 4 and knows no cookies. Behind a proxy, NAT or a load balancer that hides the client, thousands of users share one address and land on one pod. When the pod goes away, the client moves to another.',
      'For cookie affinity use an Ingress or Gateway controller that has it, such as the cookie annotations of ingress-nginx or the affinity of a cloud load balancer. Better is no state in the pod.',
    ],
    askedAs: [
      'keep a user on the same backend',
      'how do sticky sessions work with services',
      'sessionAffinity ClientIP timeout default',
      'how long does stickiness last',
      'same client always to the same pod',
      'cookie based affinity',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
  },
  {
    id: 'source-ip',
    title: "Seeing the client's IP address",
    summary:
      "Inside the cluster pods see the IP address of the calling pod; from outside, through NodePort or LoadBalancer, they see a node's address, because `externalTrafficPolicy: Cluster` (the default) rewrites the source on the way to another node.",
    body: [
      '`externalTrafficPolicy: Local` keeps the client IP: only nodes with a ready pod answer. Load balancers that end the connection themselves (HTTP load balancers, some NLB modes) hide the client anyway: read `X-Forwarded-For`, or switch on PROXY protocol on both sides.',
      "Behind an Ingress or Gateway the pod's peer is always the controller: set `Local` on the controller's Service, and take the address from the header, trusted only when it comes from your proxy.",
    ],
    askedAs: [
      'see the real visitor address behind a load balancer',
      'how do I get the real client ip',
      'pod sees node ip instead of client ip',
      'preserve source ip',
      'why do I see 10.x address in my logs',
      'x-forwarded-for with services',
    ],
    source: 'https://kubernetes.io/docs/tutorials/services/source-ip/',
  },
  {
    id: 'source-ranges',
    title: 'Limiting who may call a LoadBalancer',
    summary:
      "`spec.loadBalancerSourceRanges` lists the address ranges (CIDR) that may call a LoadBalancer Service: `- 203.0.113.0/24`; everybody else is dropped by the provider's firewall or by kube-proxy.",
    body: [
      'Without it the Service is open to all who reach the address: 0.0.0.0/0. It works with type LoadBalancer only, and some providers ignore it, so test it. For node ports use the firewall or security group of the nodes.',
      'Inside the cluster a NetworkPolicy limits who reaches the pods; by address it sees the client only when the source IP is kept (`externalTrafficPolicy: Local`). For HTTP an Ingress or Gateway controller can filter too.',
    ],
    askedAs: [
      'restrict access to loadbalancer by ip',
      'loadBalancerSourceRanges',
      'whitelist ip addresses for a service',
      'firewall for a service',
    ],
    source: 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-cloud-provider-firewall/',
  },
  {
    id: 'srv-records',
    title: 'SRV records for ports',
    summary:
      'Each named port of a Service has an SRV record `_PORTNAME._PROTOCOL.NAME.NAMESPACE.svc.cluster.local` that tells the port number and the host name.',
    body: [
      'For a normal Service the answer is one entry: the port and the name of the Service. For a headless Service there is one entry for each ready pod, with a host name for each, which is how etcd, MongoDB and others find their peers.',
      'Ports without a name have no SRV record. Look at one with `dig SRV _http._tcp.web.shop.svc.cluster.local` from a pod. Most HTTP clients never ask for SRV records: they need the port number in the address.',
    ],
    askedAs: ['srv record for a service', 'can dns tell me the port of a service', 'how do I look up the port by dns'],
    source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#srv-records',
  },
  {
    id: 'statefulset-service-name',
    title: 'serviceName of a StatefulSet',
    summary:
      '`spec.serviceName` names the headless Service under which the pods of a StatefulSet get their own DNS names; the StatefulSet does not make that Service, you do.',
    body: [
      'Without it the pods run, but `POD.SERVICE` does not resolve. The field cannot be changed later: the StatefulSet has to be made anew.',
      'Often two Services select the same pods: the headless one for peers and a ClusterIP one for clients that may reach any pod, such as readers of a database. Writers that need the primary use a Service with a label that the operator keeps on the primary pod.',
    ],
    askedAs: [
      'what is serviceName in a statefulset',
      'does a statefulset need a service',
      'can I use a clusterip service with a statefulset',
      'two services for one statefulset',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
  },
  {
    id: 'terminating-endpoints',
    title: 'Rolling updates and terminating pods',
    summary:
      'When a pod is deleted it becomes terminating in the EndpointSlice at once, but nodes and load balancers learn that a moment later, while the container already gets SIGTERM: requests in that moment fail if the process exits immediately.',
    body: [
      'Let the container go on answering for some seconds: a `preStop` sleep (the built-in `sleep` action) or a graceful shutdown that first keeps serving, within `terminationGracePeriodSeconds`. Cloud load balancers need longer than kube-proxy.',
      'kube-proxy sends new connections to terminating pods only when no ready pod is left and they still serve. Existing connections stay until the process closes them. A readiness probe and `maxUnavailable: 0` keep enough new pods ready before old ones go.',
    ],
    askedAs: [
      'dropped connections during rolling update',
      'zero downtime deployment with a service',
      'what happens to traffic when a pod terminates',
      'prestop sleep why',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  },
  {
    id: 'timeouts',
    title: 'Timeouts and idle connections',
    summary:
      'A Service has no timeouts for requests: it passes packets on and knows neither requests nor retries. What cuts connections stands before or after it.',
    body: [
      "Usual ones: the load balancer's idle timeout (AWS NLB 350 seconds, Azure 4 minutes by default, HTTP load balancers about 60 seconds), the read timeout of the Ingress or Gateway controller, the kernel's connection tracking on the nodes (established TCP: a day by kube-proxy's default), and the application itself.",
      'For long idle connections, such as databases or MQTT, switch on TCP keep-alive with an interval below the shortest of them. Set the timeout for requests in the annotation of the controller or in the HTTPRoute (`timeouts`).',
    ],
    askedAs: [
      'idle timeout of a service',
      'does a service have a timeout',
      'idle timeout of connections through a service',
      'connection reset after some minutes idle',
      'where do I set the request timeout',
    ],
    source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
  },
  {
    id: 'tls-at-service',
    title: 'TLS and Services',
    summary:
      "A Service ends no TLS: it passes bytes on, so either the pod has the certificate, or something before it ends TLS: an Ingress or Gateway, or the cloud's load balancer.",
    body: [
      'With an Ingress put the certificate into a Secret of type `kubernetes.io/tls` and name it under `spec.tls`; a Gateway has it at the listener. cert-manager gets and renews certificates for both. On AWS the annotations `service.beta.kubernetes.io/aws-load-balancer-ssl-cert` and `-ssl-ports` let an NLB end TLS.',
      'A port named `https` or number 443 changes nothing by itself. Between pods a mesh adds mutual TLS. For TLS to the pod unchanged use TLS passthrough (TLSRoute) or a plain LoadBalancer.',
    ],
    askedAs: [
      'is the traffic between service and pod encrypted',
      'encrypt traffic inside the cluster',
      'does a service terminate tls',
      'https with a loadbalancer service',
      'ssl certificate for a service',
      'where is tls terminated',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  },
  {
    id: 'topology',
    title: 'Keeping traffic in the zone: trafficDistribution',
    summary:
      "Set `spec.trafficDistribution: PreferSameZone` (formerly `PreferClose`) to send traffic to endpoints of the client's zone when there are any, or `PreferSameNode` to prefer the node; otherwise any endpoint is used.",
    body: [
      'The EndpointSlice controller writes hints into the slices and kube-proxy follows them. There is no balance of load: a zone with one pod and many clients overloads that pod, so spread the pods with topology spread constraints and scale by zone.',
      'The older way is the annotation `service.kubernetes.io/topology-mode: Auto`, which falls back when zones are uneven. `internalTrafficPolicy: Local` is strict instead of a preference. Nodes need the label `topology.kubernetes.io/zone`.',
    ],
    askedAs: [
      'keep traffic in the same zone',
      'avoid cross zone traffic cost',
      'trafficDistribution PreferClose',
      'topology aware routing hints',
      'prefer same node or zone',
    ],
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution',
  },
  {
    id: 'traffic-splitting',
    title: 'Canary and weights',
    summary:
      'A Service has no weights: it spreads connections evenly over all pods that its selector matches, so two Deployments with a common label share the traffic in proportion to their ready pods.',
    body: [
      'For a canary, select a label that both versions carry (`app: web`) and leave `version` out of the selector: nine old pods and one new one give about ten percent. For blue/green, put the version into the selector and change it: new connections go to the other version at once.',
      'For exact weights, headers or steps use an HTTPRoute with `weight` in `backendRefs`, an Ingress controller with canary annotations, or a mesh.',
    ],
    askedAs: [
      'canary with services',
      'split traffic between two versions',
      'weighted service',
      'blue green switch with a service',
      'one service for two deployments',
    ],
    source: 'https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments',
  },
];
