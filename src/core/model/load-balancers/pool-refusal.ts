import type { EventIndex } from '../event-index.ts';
import type { Service } from '../kinds/service.ts';
import { loadBalancerEvents } from './load-balancer-events.ts';

/** An address allocator's word that it gave no address. */
export interface AllocationRefusal {
  /** Where it stands: the event's reason, or the condition's type. */
  readonly from: string;
  readonly message: string;
}

const exhausted =
  /no (?:more |available |free )+(?:\w+ )?(?:ips?|addresses)|no (?:ips?|addresses) (?:are |is )?(?:available|free|left)|pools?\b.{0,60}(?:exhausted|full)|exhausted.{0,60}pool|pool_exhausted|no_pool|ran out of/iu;

/** The pool has nothing left for this Service. undefined when nobody says so. */
export function exhaustionOf(service: Service, events: EventIndex | undefined): AllocationRefusal | undefined {
  return saidBy(service, events, exhausted);
}

/** The newest word of an allocator that fits the pattern: Cilium writes a condition, the others events. */
export function saidBy(service: Service, events: EventIndex | undefined, pattern: RegExp): AllocationRefusal | undefined {
  const condition = service.status.conditions.find(
    (one) => one.type === 'cilium.io/IPAMRequestSatisfied' && one.status === 'False',
  );
  if (condition !== undefined && pattern.test(`${condition.reason} ${condition.message}`)) {
    return { from: condition.type, message: `${condition.reason}: ${condition.message}` };
  }
  const said = events === undefined ? [] : loadBalancerEvents(service, events);
  const event = said.find((one) => one.type === 'Warning' && pattern.test(one.message));
  return event === undefined ? undefined : { from: event.reason, message: event.message };
}
