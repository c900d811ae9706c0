// Written by `npm run gen` from the files in checks/.
import type { Check } from './check.ts';
import accessIncomplete from './checks/access-incomplete.ts';
import appProtocolHint from './checks/app-protocol-hint.ts';
import clusterDnsUnhealthy from './checks/cluster-dns-unhealthy.ts';
import clusterIpOutOfRange from './checks/cluster-ip-out-of-range.ts';
import containerConfigError from './checks/container-config-error.ts';
import deprecatedApiOrField from './checks/deprecated-api-or-field.ts';
import dnsPolicyBreaksNames from './checks/dns-policy-breaks-names.ts';
import endpointslicesStale from './checks/endpointslices-stale.ts';
import externalIpsUsed from './checks/external-ips-used.ts';
import externalNameFieldsIgnored from './checks/external-name-fields-ignored.ts';
import externalNameIsIp from './checks/external-name-is-ip.ts';
import externalNameUnresolvable from './checks/external-name-unresolvable.ts';
import externalPolicyLocalGaps from './checks/external-policy-local-gaps.ts';
import gatewayNotProgrammed from './checks/gateway-not-programmed.ts';
import headlessPeersHidden from './checks/headless-peers-hidden.ts';
import headlessPortRemapped from './checks/headless-port-remapped.ts';
import imagePullFailing from './checks/image-pull-failing.ts';
import ingressBackendExternalName from './checks/ingress-backend-external-name.ts';
import ingressBackendNeedsNodePort from './checks/ingress-backend-needs-node-port.ts';
import ingressBackendPortMissing from './checks/ingress-backend-port-missing.ts';
import ingressBackendSchemeMismatch from './checks/ingress-backend-scheme-mismatch.ts';
import ingressBackendServiceMissing from './checks/ingress-backend-service-missing.ts';
import ingressBackendUnready from './checks/ingress-backend-unready.ts';
import ingressClassNotServed from './checks/ingress-class-not-served.ts';
import ingressControllerUnhealthy from './checks/ingress-controller-unhealthy.ts';
import ingressDuplicateHostPath from './checks/ingress-duplicate-host-path.ts';
import ingressTlsSecretMissing from './checks/ingress-tls-secret-missing.ts';
import ingressWithoutAddress from './checks/ingress-without-address.ts';
import initContainerStuck from './checks/init-container-stuck.ts';
import internalPolicyLocalGaps from './checks/internal-policy-local-gaps.ts';
import ipFamilyMismatch from './checks/ip-family-mismatch.ts';
import kubeProxyUnhealthy from './checks/kube-proxy-unhealthy.ts';
import lbAnnotationNotUnderstood from './checks/lb-annotation-not-understood.ts';
import lbClassUnclaimed from './checks/lb-class-unclaimed.ts';
import lbInternalOnly from './checks/lb-internal-only.ts';
import lbMixedProtocols from './checks/lb-mixed-protocols.ts';
import lbNoController from './checks/lb-no-controller.ts';
import lbNodePortsDisabled from './checks/lb-node-ports-disabled.ts';
import lbNodesExcluded from './checks/lb-nodes-excluded.ts';
import lbPending from './checks/lb-pending.ts';
import lbPoolExhausted from './checks/lb-pool-exhausted.ts';
import lbProvisioningFailed from './checks/lb-provisioning-failed.ts';
import lbRequestedIpRefused from './checks/lb-requested-ip-refused.ts';
import lbSourceRangesNarrow from './checks/lb-source-ranges-narrow.ts';
import livenessProbeKillsPods from './checks/liveness-probe-kills-pods.ts';
import manifestRefusedByApi from './checks/manifest-refused-by-api.ts';
import manifestReplacesObject from './checks/manifest-replaces-object.ts';
import manualEndpointMismatch from './checks/manual-endpoint-mismatch.ts';
import namespaceTerminating from './checks/namespace-terminating.ts';
import netpolBlocksDns from './checks/netpol-blocks-dns.ts';
import netpolBlocksExternalClients from './checks/netpol-blocks-external-clients.ts';
import netpolBlocksIngressController from './checks/netpol-blocks-ingress-controller.ts';
import netpolDeniesIngress from './checks/netpol-denies-ingress.ts';
import netpolPeerMatchesNothing from './checks/netpol-peer-matches-nothing.ts';
import netpolPortMismatch from './checks/netpol-port-mismatch.ts';
import noEndpoints from './checks/no-endpoints.ts';
import noReadinessProbe from './checks/no-readiness-probe.ts';
import noReadyEndpoints from './checks/no-ready-endpoints.ts';
import noRedundancy from './checks/no-redundancy.ts';
import nodeNotReady from './checks/node-not-ready.ts';
import nodePortUnreachableNodes from './checks/node-port-unreachable-nodes.ts';
import notReadyPodsPublished from './checks/not-ready-pods-published.ts';
import nothingWrongVisible from './checks/nothing-wrong-visible.ts';
import onlyTerminatingEndpoints from './checks/only-terminating-endpoints.ts';
import podCreationRefused from './checks/pod-creation-refused.ts';
import podsCompletedOrEvicted from './checks/pods-completed-or-evicted.ts';
import podsCrashLooping from './checks/pods-crash-looping.ts';
import podsInOtherNamespace from './checks/pods-in-other-namespace.ts';
import podsOomKilled from './checks/pods-oom-killed.ts';
import podsRestartingOften from './checks/pods-restarting-often.ts';
import podsStillStarting from './checks/pods-still-starting.ts';
import podsStuckCreating from './checks/pods-stuck-creating.ts';
import podsStuckTerminating from './checks/pods-stuck-terminating.ts';
import podsUnschedulable from './checks/pods-unschedulable.ts';
import readinessGateNotMet from './checks/readiness-gate-not-met.ts';
import readinessProbeFailing from './checks/readiness-probe-failing.ts';
import readinessProbeWrongPort from './checks/readiness-probe-wrong-port.ts';
import referenceNotGranted from './checks/reference-not-granted.ts';
import rolloutPaused from './checks/rollout-paused.ts';
import rolloutStuck from './checks/rollout-stuck.ts';
import routeBackendMissing from './checks/route-backend-missing.ts';
import routeNotAccepted from './checks/route-not-accepted.ts';
import selectorLabelTypo from './checks/selector-label-typo.ts';
import selectorMatchesNoPods from './checks/selector-matches-no-pods.ts';
import selectorMatchesSeveralWorkloads from './checks/selector-matches-several-workloads.ts';
import selectorPinsOldVersion from './checks/selector-pins-old-version.ts';
import selectorUsesWorkloadLabels from './checks/selector-uses-workload-labels.ts';
import selectorlessWithoutEndpoints from './checks/selectorless-without-endpoints.ts';
import serviceBeingDeleted from './checks/service-being-deleted.ts';
import serviceEnvVarsBreakPods from './checks/service-env-vars-break-pods.ts';
import serviceNotFound from './checks/service-not-found.ts';
import someEndpointsNotReady from './checks/some-endpoints-not-ready.ts';
import statefulsetServiceMismatch from './checks/statefulset-service-mismatch.ts';
import statefulsetServiceMissing from './checks/statefulset-service-missing.ts';
import targetPortNameMissing from './checks/target-port-name-missing.ts';
import targetPortNamePartial from './checks/target-port-name-partial.ts';
import targetPortNotDeclared from './checks/target-port-not-declared.ts';
import targetPortProtocolMismatch from './checks/target-port-protocol-mismatch.ts';
import topologyHintsUnusable from './checks/topology-hints-unusable.ts';
import trafficLopsided from './checks/traffic-lopsided.ts';
import workloadScaledToZero from './checks/workload-scaled-to-zero.ts';

export const allChecks: readonly Check[] = [
  accessIncomplete,
  appProtocolHint,
  clusterDnsUnhealthy,
  clusterIpOutOfRange,
  containerConfigError,
  deprecatedApiOrField,
  dnsPolicyBreaksNames,
  endpointslicesStale,
  externalIpsUsed,
  externalNameFieldsIgnored,
  externalNameIsIp,
  externalNameUnresolvable,
  externalPolicyLocalGaps,
  gatewayNotProgrammed,
  headlessPeersHidden,
  headlessPortRemapped,
  imagePullFailing,
  ingressBackendExternalName,
  ingressBackendNeedsNodePort,
  ingressBackendPortMissing,
  ingressBackendSchemeMismatch,
  ingressBackendServiceMissing,
  ingressBackendUnready,
  ingressClassNotServed,
  ingressControllerUnhealthy,
  ingressDuplicateHostPath,
  ingressTlsSecretMissing,
  ingressWithoutAddress,
  initContainerStuck,
  internalPolicyLocalGaps,
  ipFamilyMismatch,
  kubeProxyUnhealthy,
  lbAnnotationNotUnderstood,
  lbClassUnclaimed,
  lbInternalOnly,
  lbMixedProtocols,
  lbNoController,
  lbNodePortsDisabled,
  lbNodesExcluded,
  lbPending,
  lbPoolExhausted,
  lbProvisioningFailed,
  lbRequestedIpRefused,
  lbSourceRangesNarrow,
  livenessProbeKillsPods,
  manifestRefusedByApi,
  manifestReplacesObject,
  manualEndpointMismatch,
  namespaceTerminating,
  netpolBlocksDns,
  netpolBlocksExternalClients,
  netpolBlocksIngressController,
  netpolDeniesIngress,
  netpolPeerMatchesNothing,
  netpolPortMismatch,
  noEndpoints,
  noReadinessProbe,
  noReadyEndpoints,
  noRedundancy,
  nodeNotReady,
  nodePortUnreachableNodes,
  notReadyPodsPublished,
  nothingWrongVisible,
  onlyTerminatingEndpoints,
  podCreationRefused,
  podsCompletedOrEvicted,
  podsCrashLooping,
  podsInOtherNamespace,
  podsOomKilled,
  podsRestartingOften,
  podsStillStarting,
  podsStuckCreating,
  podsStuckTerminating,
  podsUnschedulable,
  readinessGateNotMet,
  readinessProbeFailing,
  readinessProbeWrongPort,
  referenceNotGranted,
  rolloutPaused,
  rolloutStuck,
  routeBackendMissing,
  routeNotAccepted,
  selectorLabelTypo,
  selectorMatchesNoPods,
  selectorMatchesSeveralWorkloads,
  selectorPinsOldVersion,
  selectorUsesWorkloadLabels,
  selectorlessWithoutEndpoints,
  serviceBeingDeleted,
  serviceEnvVarsBreakPods,
  serviceNotFound,
  someEndpointsNotReady,
  statefulsetServiceMismatch,
  statefulsetServiceMissing,
  targetPortNameMissing,
  targetPortNamePartial,
  targetPortNotDeclared,
  targetPortProtocolMismatch,
  topologyHintsUnusable,
  trafficLopsided,
  workloadScaledToZero,
];
