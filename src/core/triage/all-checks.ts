// Written by `npm run gen` from the files in checks/.
import type { Check } from './check.ts';
import accessIncomplete from './checks/access-incomplete.ts';
import containerConfigError from './checks/container-config-error.ts';
import endpointslicesStale from './checks/endpointslices-stale.ts';
import imagePullFailing from './checks/image-pull-failing.ts';
import initContainerStuck from './checks/init-container-stuck.ts';
import lbNoController from './checks/lb-no-controller.ts';
import lbPending from './checks/lb-pending.ts';
import livenessProbeKillsPods from './checks/liveness-probe-kills-pods.ts';
import manualEndpointMismatch from './checks/manual-endpoint-mismatch.ts';
import namespaceTerminating from './checks/namespace-terminating.ts';
import noEndpoints from './checks/no-endpoints.ts';
import noReadinessProbe from './checks/no-readiness-probe.ts';
import noReadyEndpoints from './checks/no-ready-endpoints.ts';
import noRedundancy from './checks/no-redundancy.ts';
import nodeNotReady from './checks/node-not-ready.ts';
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
import rolloutPaused from './checks/rollout-paused.ts';
import rolloutStuck from './checks/rollout-stuck.ts';
import selectorLabelTypo from './checks/selector-label-typo.ts';
import selectorMatchesNoPods from './checks/selector-matches-no-pods.ts';
import selectorMatchesSeveralWorkloads from './checks/selector-matches-several-workloads.ts';
import selectorPinsOldVersion from './checks/selector-pins-old-version.ts';
import selectorUsesWorkloadLabels from './checks/selector-uses-workload-labels.ts';
import selectorlessWithoutEndpoints from './checks/selectorless-without-endpoints.ts';
import serviceBeingDeleted from './checks/service-being-deleted.ts';
import serviceNotFound from './checks/service-not-found.ts';
import someEndpointsNotReady from './checks/some-endpoints-not-ready.ts';
import targetPortNameMissing from './checks/target-port-name-missing.ts';
import targetPortNamePartial from './checks/target-port-name-partial.ts';
import targetPortNotDeclared from './checks/target-port-not-declared.ts';
import targetPortProtocolMismatch from './checks/target-port-protocol-mismatch.ts';
import workloadScaledToZero from './checks/workload-scaled-to-zero.ts';

export const allChecks: readonly Check[] = [
  accessIncomplete,
  containerConfigError,
  endpointslicesStale,
  imagePullFailing,
  initContainerStuck,
  lbNoController,
  lbPending,
  livenessProbeKillsPods,
  manualEndpointMismatch,
  namespaceTerminating,
  noEndpoints,
  noReadinessProbe,
  noReadyEndpoints,
  noRedundancy,
  nodeNotReady,
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
  rolloutPaused,
  rolloutStuck,
  selectorLabelTypo,
  selectorMatchesNoPods,
  selectorMatchesSeveralWorkloads,
  selectorPinsOldVersion,
  selectorUsesWorkloadLabels,
  selectorlessWithoutEndpoints,
  serviceBeingDeleted,
  serviceNotFound,
  someEndpointsNotReady,
  targetPortNameMissing,
  targetPortNamePartial,
  targetPortNotDeclared,
  targetPortProtocolMismatch,
  workloadScaledToZero,
];
