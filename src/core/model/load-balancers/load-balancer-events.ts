import type { EventIndex } from '../event-index.ts';
import type { KubernetesEvent } from '../kinds/event.ts';
import type { Service } from '../kinds/service.ts';

const HOUR_MS = 3_600_000;
/** Written about Services by the API server and the controllers of endpoints: no word of a load balancer. */
const ofOthers =
  /^(?:ClusterIP|IPAddress|NodePort|Port)(?:Not|Out|Already)|^FailedTo\w*Endpoint|^TopologyAware|^IPNot|^LoadBalancerSourceRanges/u;
const failures =
  /^(?:Sync|Creat|Ensur|Delet|Updat)\w*LoadBalancer\w*Failed$|^Failed(?:BuildModel|DeployModel|AddFinalizer|RemoveFinalizer|CleanupModel|Reconcile\w*|NetworkReconcile|UpdateStatus)$|^UnAvailableLoadBalancer$/u;
const successes =
  /^(?:EnsuredLoadBalancer|UpdatedLoadBalancer|SuccessfullyReconciled|SyncLoadBalancerSuccessful|EnsuredInternalLoadBalancer|IPAllocated|nodeAssigned)$/u;

/** What load balancer controllers said about the Service, newest first. */
export function loadBalancerEvents(service: Service, events: EventIndex): readonly KubernetesEvent[] {
  return events.of(service).filter((event) => !ofOthers.test(event.reason));
}

/** The newest refusal of the last hour that no success followed. */
export function provisioningFailure(service: Service, events: EventIndex, now: number): KubernetesEvent | undefined {
  const said = loadBalancerEvents(service, events);
  const failure = said.find((event) => event.type === 'Warning' && failures.test(event.reason));
  if (failure?.at === undefined || now - failure.at > HOUR_MS) return undefined;
  const { at } = failure;
  return said.some((event) => successes.test(event.reason) && (event.at ?? 0) >= at) ? undefined : failure;
}
