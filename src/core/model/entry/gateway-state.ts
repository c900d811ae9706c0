import { conditionOf, type Condition } from '../kinds/condition.ts';
import type { Gateway, GatewayClass, ListenerStatus } from '../kinds/gateway.ts';

/** Why a Gateway, or one of its listeners, does not take requests. */
export type GatewayFault =
  | { readonly is: 'no-class' }
  | { readonly is: 'class-not-accepted'; readonly gatewayClass: GatewayClass; readonly condition: Condition | undefined }
  | { readonly is: 'not-accepted' | 'not-programmed' | 'waiting'; readonly condition: Condition | undefined }
  | { readonly is: 'listener'; readonly listener: string; readonly condition: Condition; readonly others: number }
  | { readonly is: 'no-address' };

/** A controller has written its conditions and a load balancer has come by then. */
const SETTLE_MS = 120_000;

/**
 * The main fault of a Gateway, or undefined. `classes` undefined is unread. Conditions of an older generation are not
 * judged. Source: gateway-api.sigs.k8s.io/reference/spec/#gatewaystatus
 */
export function faultOf(gateway: Gateway, classes: readonly GatewayClass[] | undefined, now: number): GatewayFault | undefined {
  const { status, spec, metadata } = gateway;
  const young = metadata.createdAt !== undefined && now - metadata.createdAt < SETTLE_MS;
  const gatewayClass = classes?.find((one) => one.metadata.name === spec.className);
  const accepted = conditionOf(status.conditions, 'Accepted');
  if (classes !== undefined && gatewayClass === undefined) return { is: 'no-class' };
  if (gatewayClass !== undefined && !young && accepted?.status !== 'True') {
    const condition = conditionOf(gatewayClass.status.conditions, 'Accepted');
    if (condition?.status !== 'True') return { is: 'class-not-accepted', gatewayClass, condition };
  }
  if (status.stale) return undefined;
  const listener = brokenListener(status.listeners);
  const programmed = conditionOf(status.conditions, 'Programmed');
  // A Gateway that is refused for its listeners: the listener tells why.
  if (listener !== undefined && (accepted?.reason === 'ListenersNotValid' || accepted?.status !== 'False')) return listener;
  if (accepted?.status === 'False') return { is: 'not-accepted', condition: accepted };
  if (programmed?.status === 'False') return young ? undefined : { is: 'not-programmed', condition: programmed };
  if (young) return undefined;
  if (accepted?.status !== 'True' || programmed?.status !== 'True') {
    return { is: 'waiting', condition: programmed ?? accepted };
  }
  return status.addresses.length === 0 ? { is: 'no-address' } : undefined;
}

const bad: readonly (readonly [type: string, status: Condition['status']])[] = [
  ['Conflicted', 'True'],
  ['ResolvedRefs', 'False'],
  ['Accepted', 'False'],
  ['Programmed', 'False'],
];

function brokenListener(listeners: readonly ListenerStatus[]): GatewayFault | undefined {
  const broken = listeners.flatMap((listener) => {
    const condition = bad
      .map(([type, status]) => listener.conditions.find((one) => one.type === type && one.status === status))
      .find((one) => one !== undefined);
    return condition === undefined ? [] : [{ listener: listener.name, condition }];
  });
  const [first] = broken;
  // Every listener waits for the same address: that is told of the Gateway.
  if (first === undefined || first.condition.type === 'Programmed') return undefined;
  return { is: 'listener', ...first, others: listeners.length - broken.length };
}
