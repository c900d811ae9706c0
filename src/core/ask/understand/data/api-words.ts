import { words } from '../text/words.ts';

/** Words that stand where a name could stand and are none: Kubernetes kinds and fields, tools, plain English. Canonical form. */
export const notNames: ReadonlySet<string> = words(
  `service services svc pod pods deployment deployments statefulset statefulsets daemonset daemonsets replicaset job jobs cronjob cronjobs namespace
   namespaces node nodes cluster clusters clusterip clusterips nodeport nodeports loadbalancer loadbalancers externalname headless ingress gateway endpoint endpoints
   endpointslice endpointslices selector selectors label labels port ports targetport containerport protocol tcp udp sctp http https grpc dns ip ips externalip
   externalips kubernetes kubectl coredns kube-proxy networkpolicy yaml manifest manifests type types kind name names named called spec metadata container containers
   image chart helm operator controller crd proxy mesh istio linkerd cilium calico flannel weave docker compose minikube metallb k3s eks gke aks aws gcp azure alb nlb elb cloud
   production staging testing dev test local internet internal external outside inside inside-cluster outside-cluster in-the-cluster public private network vpc vpn lan office
   port-forward timeout refused pending error errors down broken fine ok okay working not-working unreachable reachable accessible visible available ready unready healthy unhealthy
   a an the this that these those it its my our your their his her some any each every all both another other others one ones two three several many few more most same own
   new old existing existent current specific certain given following right wrong correct proper good best better simple basic normal regular standard default only just even still also already
   is are was were be been being am has have had do does did will would can could should must may might shall let need needs want wants use uses used using get gets got getting
   to of in on at by for from with without into onto over under through across via behind between within as and or but nor not no if then else when while where why how what which who whom whose than so such
   there here now then again never always ever yet too very really quite only about against before after during since until because
   i we you they he she me us them mine ours yours
   expose exposed exposing reach reaches reaching access accesses accessing connect connects connecting connection connections call calls calling talk talks hit hits
   works work worked fail fails failing failed seems seem shows show says say said gives give given returns return returned responds respond answer answers resolve resolves resolving
   traffic request requests response responses client clients user users customer customers app apps application applications server servers website webapp ui page pages site sites host hosts hostname hostnames
   domain domains url urls path paths route routes address addresses database db databases broker queue cache store storage data volume pvc secret secrets configmap
   account accounts mesh discovery level entry object objects resource resources definition file files config configuration setup settings annotation annotations rule rules list table
   please thanks thank hello hi hey help question questions issue issues problem problems thing things something anything everything nothing anyone someone somebody nobody everybody
   way ways idea reason difference example examples case point points side part parts time times day days minute minutes second seconds hour hours week weeks today tomorrow yesterday
   vs versus dummies kill kills killed stop stops break breaks switch switches crashes crash hangs hang dies restarts loops refuses rejects drops sticks points picks listens send sends sending receives receive
   forwards forward answers balances balance handles matches match selects select gets sees knows know happens understands behaves behave enough used idle spare
   turn direct que delete remove restart explain describe debug triage scan watch review draft tell windows systemd ecs bus azure gcp google amazon
   setup team teams people person developer developers dev devs colleague colleagues
   sql rest os ui url uri cli sdk api-key vm vms lan dc hw app's
   up out off back first last next previous second third running deployed created deleted installed listening create created generate make write open close set add change changed update updated deploy scale restart check
   various numerous certain multiple single different individual separate dedicated internal-only read-only per stateful stateless microservice microservices backends frontends version instances instance replica replicas members member
   like mode range policy affinity ttl status state connection string tests run runs running ci cd pipeline go went stopped stuck keeps stays stay keep itself anymore either neither`,
);

/**
 * Of these, plain nouns that people do give to Services and namespaces (`data`, `search`, `web`). After a clear cue (`svc`,
 * `-n`, `named`, a slash) they count as names.
 */
export const nounNames: ReadonlySet<string> = words(
  `data search dev test staging production internal public default database users user clients client customers customer orders
   web app apps application db cache store storage host site page pages ui website example mail events broker queue
   dashboard gateway frontends backends external local tests ci proxy mesh private office team tools jobs core`,
);

/** Plain nouns that serve as a name only when nothing better is there ("our frontend"). */
export const weakNames: ReadonlySet<string> = words(
  `frontend backend api dashboard web checkout payments payment cart orders order billing auth catalog inventory search gateway proxy worker shop store
   website webhook webhooks portal admin login users notifications notification chat blog crm erp api-gateway bff storefront scheduler`,
);

/** Fields and values of the Service API and of what stands beside it, in canonical form: nobody else uses these words. */
export const apiFields =
  'publishnotreadyaddresses|trafficdistribution|preferclose|prefersamezone|prefersamenode|preferdualstack|requiredualstack|singlestack|' +
  'ipfamil(?:y|ies)|ipfamilypolicy|healthchecknodeport|loadbalancerip|loadbalancersourceranges|loadbalancerclass|' +
  'allocateloadbalancernodeports|internaltrafficpolicy|externaltrafficpolicy|sessionaffinity|sessionaffinityconfig|clusterips|' +
  'appprotocol|targetport|containerport|hostport|hostnetwork|topologykeys|topology-mode|ndots|enableservicelinks|' +
  'parentrefs?|backendrefs?|(?:http|grpc|tls|tcp|udp)routes?|gatewayclass(?:es)?|ingressclass(?:es)?|referencegrants?|' +
  'endpointslices?|externalname|nodeports?|clusterip|readinessgates?|ipmode|servicecidrs?|svc-cidr|service-cluster-ip-range|' +
  'service-node-port-range|nodeport range|kube-proxy|servicelb|klipper|nodelocal ?dns(?:cache)?|resolv\\.conf|iptables|ipvs|nftables|conntrack|session-affinity|headless';
