import type { Topic } from './topic.ts';
import { appProtocol } from './topics/app-protocol.ts';
import { changeServiceType } from './topics/change-service-type.ts';
import { chooseNodePort } from './topics/choose-node-port.ts';
import { clusterIpAllocation } from './topics/cluster-ip-allocation.ts';
import { clusterip } from './topics/clusterip.ts';
import { clusteripFromOutside } from './topics/clusterip-from-outside.ts';
import { clusteripPing } from './topics/clusterip-ping.ts';
import { clusteripVsNodeport } from './topics/clusterip-vs-nodeport.ts';
import { crossNamespaceAccess } from './topics/cross-namespace-access.ts';
import { deleteService } from './topics/delete-service.ts';
import { dnsCaching } from './topics/dns-caching.ts';
import { dnsNames } from './topics/dns-names.ts';
import { dnsNdots } from './topics/dns-ndots.ts';
import { dualStack } from './topics/dual-stack.ts';
import { egress } from './topics/egress.ts';
import { endpointsliceVsEndpoints } from './topics/endpointslice-vs-endpoints.ts';
import { externalAccessStatefulset } from './topics/external-access-statefulset.ts';
import { externalDns } from './topics/external-dns.ts';
import { externalIps } from './topics/external-ips.ts';
import { externalname } from './topics/externalname.ts';
import { externalnameHttpTls } from './topics/externalname-http-tls.ts';
import { externaltrafficpolicyLocal } from './topics/externaltrafficpolicy-local.ts';
import { gatewayVsIngress } from './topics/gateway-vs-ingress.ts';
import { getSvcColumns } from './topics/get-svc-columns.ts';
import { grpcBalancing } from './topics/grpc-balancing.ts';
import { hairpin } from './topics/hairpin.ts';
import { headlessDns } from './topics/headless-dns.ts';
import { headlessPurpose } from './topics/headless-purpose.ts';
import { healthCheckNodePort } from './topics/health-check-node-port.ts';
import { hostPort } from './topics/host-port.ts';
import { ingressBackendType } from './topics/ingress-backend-type.ts';
import { ingressController } from './topics/ingress-controller.ts';
import { ingressVsLoadbalancer } from './topics/ingress-vs-loadbalancer.ts';
import { internalLoadBalancer } from './topics/internal-load-balancer.ts';
import { internaltrafficpolicy } from './topics/internaltrafficpolicy.ts';
import { k3sServicelb } from './topics/k3s-servicelb.ts';
import { kubeProxyModes } from './topics/kube-proxy-modes.ts';
import { kubectlExpose } from './topics/kubectl-expose.ts';
import { kubernetesService } from './topics/kubernetes-service.ts';
import { loadBalancerIp } from './topics/load-balancer-ip.ts';
import { loadBalancingAlgorithm } from './topics/load-balancing-algorithm.ts';
import { loadbalancerBareMetal } from './topics/loadbalancer-bare-metal.ts';
import { loadbalancerClass } from './topics/loadbalancer-class.ts';
import { loadbalancerCost } from './topics/loadbalancer-cost.ts';
import { loadbalancerHow } from './topics/loadbalancer-how.ts';
import { loadbalancerKind } from './topics/loadbalancer-kind.ts';
import { loadbalancerMinikube } from './topics/loadbalancer-minikube.ts';
import { loadbalancerNodePorts } from './topics/loadbalancer-node-ports.ts';
import { multiCluster } from './topics/multi-cluster.ts';
import { multiPortServices } from './topics/multi-port-services.ts';
import { namedTargetPort } from './topics/named-target-port.ts';
import { networkPolicy } from './topics/network-policy.ts';
import { nlbVsAlb } from './topics/nlb-vs-alb.ts';
import { noEndpoints } from './topics/no-endpoints.ts';
import { nodeFailure } from './topics/node-failure.ts';
import { nodeport } from './topics/nodeport.ts';
import { nodeportNodes } from './topics/nodeport-nodes.ts';
import { nodeportRange } from './topics/nodeport-range.ts';
import { nodeportVsLoadbalancer } from './topics/nodeport-vs-loadbalancer.ts';
import { onePodManyServices } from './topics/one-pod-many-services.ts';
import { outsideToInside } from './topics/outside-to-inside.ts';
import { podDns } from './topics/pod-dns.ts';
import { podWithoutService } from './topics/pod-without-service.ts';
import { portForward } from './topics/port-forward.ts';
import { portVsTargetportVsNodeport } from './topics/port-vs-targetport-vs-nodeport.ts';
import { protocols } from './topics/protocols.ts';
import { publishNotReady } from './topics/publish-not-ready.ts';
import { readinessAndEndpoints } from './topics/readiness-and-endpoints.ts';
import { refusedOrTimeout } from './topics/refused-or-timeout.ts';
import { selectorLabels } from './topics/selector-labels.ts';
import { selectorNamespaceScope } from './topics/selector-namespace-scope.ts';
import { selectorlessService } from './topics/selectorless-service.ts';
import { serviceEnvVars } from './topics/service-env-vars.ts';
import { serviceLimits } from './topics/service-limits.ts';
import { serviceMesh } from './topics/service-mesh.ts';
import { serviceNames } from './topics/service-names.ts';
import { serviceNotAProcess } from './topics/service-not-a-process.ts';
import { servicePurpose } from './topics/service-purpose.ts';
import { serviceTypes } from './topics/service-types.ts';
import { sessionAffinity } from './topics/session-affinity.ts';
import { sourceIp } from './topics/source-ip.ts';
import { sourceRanges } from './topics/source-ranges.ts';
import { srvRecords } from './topics/srv-records.ts';
import { statefulsetServiceName } from './topics/statefulset-service-name.ts';
import { terminatingEndpoints } from './topics/terminating-endpoints.ts';
import { timeouts } from './topics/timeouts.ts';
import { tlsAtService } from './topics/tls-at-service.ts';
import { topology } from './topics/topology.ts';
import { trafficSplitting } from './topics/traffic-splitting.ts';

/** Every topic. */
export const topics: readonly Topic[] = [
  serviceTypes,
  clusteripVsNodeport,
  nodeportVsLoadbalancer,
  servicePurpose,
  serviceNotAProcess,
  podWithoutService,
  podDns,
  serviceNames,
  nodeFailure,
  portVsTargetportVsNodeport,
  namedTargetPort,
  multiPortServices,
  protocols,
  appProtocol,
  clusteripPing,
  selectorNamespaceScope,
  crossNamespaceAccess,
  dnsNames,
  dnsNdots,
  srvRecords,
  serviceEnvVars,
  headlessPurpose,
  headlessDns,
  statefulsetServiceName,
  externalAccessStatefulset,
  publishNotReady,
  externalname,
  externalnameHttpTls,
  selectorlessService,
  endpointsliceVsEndpoints,
  readinessAndEndpoints,
  noEndpoints,
  terminatingEndpoints,
  sessionAffinity,
  externaltrafficpolicyLocal,
  internaltrafficpolicy,
  topology,
  kubeProxyModes,
  loadBalancingAlgorithm,
  grpcBalancing,
  trafficSplitting,
  nodeportRange,
  chooseNodePort,
  nodeportNodes,
  loadbalancerNodePorts,
  loadbalancerHow,
  loadbalancerBareMetal,
  loadbalancerMinikube,
  loadbalancerKind,
  k3sServicelb,
  loadbalancerCost,
  internalLoadBalancer,
  loadbalancerClass,
  loadBalancerIp,
  sourceRanges,
  sourceIp,
  externalIps,
  clusteripFromOutside,
  portForward,
  kubectlExpose,
  changeServiceType,
  clusterIpAllocation,
  serviceLimits,
  dualStack,
  gatewayVsIngress,
  ingressVsLoadbalancer,
  ingressBackendType,
  tlsAtService,
  networkPolicy,
  hostPort,
  hairpin,
  onePodManyServices,
  selectorLabels,
  kubernetesService,
  serviceMesh,
  outsideToInside,
  healthCheckNodePort,
  clusterip,
  nodeport,
  deleteService,
  ingressController,
  timeouts,
  getSvcColumns,
  dnsCaching,
  multiCluster,
  egress,
  externalDns,
  nlbVsAlb,
  refusedOrTimeout,
];
