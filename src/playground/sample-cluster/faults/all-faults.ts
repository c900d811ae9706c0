import { cartImageMissing } from './cart-image-missing.ts';
import { cartPolicyDenies } from './cart-policy-denies.ts';
import { checkoutOutOfMemory } from './checkout-out-of-memory.ts';
import { checkoutSelectorTypo } from './checkout-selector-typo.ts';
import { dnsDown } from './dns-down.ts';
import type { Fault } from './fault.ts';
import { gatewayLoadBalancerPending } from './gateway-load-balancer-pending.ts';
import { gatewayReadinessFailing } from './gateway-readiness-failing.ts';
import { grafanaLocalPolicy } from './grafana-local-policy.ts';
import { grafanaUnschedulable } from './grafana-unschedulable.ts';
import { mailerOtherNamespace } from './mailer-other-namespace.ts';
import { nodeLost } from './node-lost.ts';
import { paymentsTargetPort } from './payments-target-port.ts';
import { reportsScaledToZero } from './reports-scaled-to-zero.ts';
import { searchProbePort } from './search-probe-port.ts';
import { webCrashLooping } from './web-crash-looping.ts';
import { webIngressPort } from './web-ingress-port.ts';

/** The faults that the sample cluster is found with. */
export const faultsAtStart: readonly Fault[] = [
  checkoutSelectorTypo,
  searchProbePort,
  reportsScaledToZero,
  paymentsTargetPort,
  mailerOtherNamespace,
];

/** Every switch, in the order of the panel. */
export const allFaults: readonly Fault[] = [
  ...faultsAtStart,
  webCrashLooping,
  webIngressPort,
  cartImageMissing,
  cartPolicyDenies,
  gatewayLoadBalancerPending,
  gatewayReadinessFailing,
  grafanaUnschedulable,
  grafanaLocalPolicy,
  checkoutOutOfMemory,
  nodeLost,
  dnsDown,
];
