// Written by `npm run gen` from the files in checks/.
import type { Check } from './check.ts';
import accessIncomplete from './checks/access-incomplete.ts';
import noEndpoints from './checks/no-endpoints.ts';
import noReadyEndpoints from './checks/no-ready-endpoints.ts';
import nothingWrongVisible from './checks/nothing-wrong-visible.ts';
import podsInOtherNamespace from './checks/pods-in-other-namespace.ts';
import selectorLabelTypo from './checks/selector-label-typo.ts';
import selectorMatchesNoPods from './checks/selector-matches-no-pods.ts';
import selectorPinsOldVersion from './checks/selector-pins-old-version.ts';
import selectorUsesWorkloadLabels from './checks/selector-uses-workload-labels.ts';
import selectorlessWithoutEndpoints from './checks/selectorless-without-endpoints.ts';
import serviceNotFound from './checks/service-not-found.ts';
import someEndpointsNotReady from './checks/some-endpoints-not-ready.ts';
import targetPortNameMissing from './checks/target-port-name-missing.ts';
import targetPortNamePartial from './checks/target-port-name-partial.ts';
import targetPortNotDeclared from './checks/target-port-not-declared.ts';
import targetPortProtocolMismatch from './checks/target-port-protocol-mismatch.ts';

export const allChecks: readonly Check[] = [
  accessIncomplete,
  noEndpoints,
  noReadyEndpoints,
  nothingWrongVisible,
  podsInOtherNamespace,
  selectorLabelTypo,
  selectorMatchesNoPods,
  selectorPinsOldVersion,
  selectorUsesWorkloadLabels,
  selectorlessWithoutEndpoints,
  serviceNotFound,
  someEndpointsNotReady,
  targetPortNameMissing,
  targetPortNamePartial,
  targetPortNotDeclared,
  targetPortProtocolMismatch,
];
