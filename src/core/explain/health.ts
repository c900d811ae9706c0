import type { Answer } from '../answer/answer.ts';
import { code, count, joinTexts, text, type Text } from '../answer/text.ts';
import { countBackends } from '../model/endpoints/backends.ts';
import type { EndpointSlice } from '../model/kinds/endpoint-slice.ts';
import { isHeadless, selectsPods, type Service, type ServicePort } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { portWord } from './addresses.ts';
import { walkAlias } from './alias-walk.ts';
import type { Surroundings } from './surroundings.ts';

export interface Health {
  /** The end of the headline: `3 of 3 pods answer`. Empty where endpoints play no part (most ExternalName Services). */
  readonly say: Text;
  /** Absent when it could not be told. */
  readonly status?: NonNullable<Answer['status']>;
}

/** How many backends get traffic, from the EndpointSlices; unread is never taken for none. */
export function healthOf({ service, backends, slices, livePods, snapshot }: Surroundings): Health {
  if (service.spec.type === 'ExternalName') return healthOfAlias(snapshot, service);
  if (!backends.read || !slices.read) return { say: text`its endpoints could not be read` };
  const { ready, total } = countBackends(backends.value);
  const noun = selectsPods(service) ? 'pod' : 'endpoint';
  if (total > 0) {
    // A load balancer without an address is a fault even while all pods are ready.
    const waits = service.spec.type === 'LoadBalancer' && service.status.loadBalancer.length === 0;
    const dead = ready === 0 || isHeadless(service) ? [] : deadPorts(service, slices.value);
    const status = ready === 0 ? 'critical' : ready < total || waits || dead.length > 0 ? 'warning' : 'ok';
    const but = dead.length === 0 ? [] : text`, but none on port ${joinTexts(dead.map((port) => code(portWord(port))))}`;
    return { say: text`${readyWords(ready, total, noun)}${but}`, status };
  }
  if (backends.value.length > 0) return { say: text`all of its ${noun}s are terminating`, status: 'critical' };
  if (!selectsPods(service)) return { say: text`nobody has given it endpoints yet`, status: 'critical' };
  if (!livePods.read) return { say: text`it has no endpoints`, status: 'critical' };
  const pods = livePods.value.length;
  return pods === 0
    ? { say: text`its selector matches no running pod`, status: 'critical' }
    : { say: text`${count(pods, 'selected pod')} but no endpoints`, status: 'critical' };
}

/** Only an alias within the cluster can be judged. */
function healthOfAlias(snapshot: Snapshot, service: Service): Health {
  const last = walkAlias(snapshot, service).at(-1);
  if (last?.again === true) return { say: text`the names it leads to go round in a circle`, status: 'critical' };
  return last !== undefined && last.service === undefined
    ? { say: text`there is no Service of that name`, status: 'critical' }
    : { say: [], status: 'info' };
}

function readyWords(ready: number, total: number, noun: 'pod' | 'endpoint'): string {
  if (ready === 0) return total === 1 ? `its only ${noun} gets no traffic` : `none of its ${total} ${noun}s gets traffic`;
  const [one, many] = noun === 'pod' ? ['answers', 'answer'] : ['is ready', 'are ready'];
  return `${ready} of ${count(total, noun)} ${total === 1 ? one : many}`;
}

/** Ports of the Service that no slice carries by name: a named targetPort that no pod declares is left out of it. */
function deadPorts(service: Service, slices: readonly EndpointSlice[]): readonly ServicePort[] {
  const present = new Set(
    slices.flatMap((slice) => (slice.endpoints.length === 0 ? [] : slice.ports.map((port) => port.name))),
  );
  return service.spec.ports.filter((port) => !present.has(port.name));
}
