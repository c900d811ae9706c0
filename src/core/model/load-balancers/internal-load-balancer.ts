import type { Node } from '../kinds/cluster.ts';
import type { Service } from '../kinds/service.ts';
import { cloudOf, isOfAwsController } from './load-balancer-providers.ts';
import { isIpAddress, isPrivateAddress } from './private-address.ts';

export interface InternalBecause {
  /** The annotation that decides; undefined when it is the default. */
  readonly annotation: string | undefined;
  /** False when it is a default that surprises many: nobody wrote that it is to be internal. */
  readonly deliberate: boolean;
  /** Goes after "because". */
  readonly say: string;
}

const PREFIX = 'service.beta.kubernetes.io/';
/** By which cloud it is read; '' where the cluster's own provider cannot be told apart. */
const internal: readonly (readonly [key: string, value: RegExp, cloud: 'aws' | 'azure' | 'gce' | ''])[] = [
  [`${PREFIX}aws-load-balancer-scheme`, /^internal$/u, 'aws'],
  [`${PREFIX}aws-load-balancer-internal`, /^(?:true|0\.0\.0\.0\/0)$/iu, 'aws'],
  [`${PREFIX}azure-load-balancer-internal`, /^true$/iu, 'azure'],
  ['networking.gke.io/load-balancer-type', /^internal$/iu, 'gce'],
  ['cloud.google.com/load-balancer-type', /^internal$/iu, 'gce'],
  [`${PREFIX}oci-load-balancer-internal`, /^true$/iu, ''],
  [`${PREFIX}openstack-internal-load-balancer`, /^true$/iu, ''],
  [`${PREFIX}do-loadbalancer-network`, /^internal$/iu, ''],
];

/** Why a cloud's load balancer is internal (`nodes`: all of the cluster); undefined when it is not, or when nothing shows it. */
export function internalBecause(service: Service, nodes: Iterable<Node>): InternalBecause | undefined {
  const { annotations } = service.metadata;
  const cloud = cloudOf(nodes);
  // That of another cloud is read by nobody.
  const found = internal.find(
    ([key, value, by]) => value.test(annotations[key] ?? '') && (cloud === undefined || by === cloud),
  );
  if (found !== undefined) return { annotation: found[0], deliberate: true, say: `its annotation ${found[0]} asks for that` };
  if (service.spec.loadBalancerClass === 'networking.gke.io/l4-regional-internal') {
    return { annotation: undefined, deliberate: true, say: 'its class networking.gke.io/l4-regional-internal asks for that' };
  }
  // The older key, when it is there at all, decides the scheme too.
  const isPublic =
    annotations[`${PREFIX}aws-load-balancer-scheme`] === 'internet-facing' ||
    `${PREFIX}aws-load-balancer-internal` in annotations;
  if (isOfAwsController(service) && !isPublic) {
    const say =
      'the AWS Load Balancer Controller makes internal ones unless the annotation aws-load-balancer-scheme is internet-facing';
    return { annotation: undefined, deliberate: false, say };
  }
  // On own machines a private address is normal; in a cloud it means an internal load balancer.
  const places = service.status.loadBalancer.map(({ ip, hostname }) => ip ?? hostname ?? '');
  const looksInternal =
    places.length > 0 &&
    places.every((place) => place.startsWith('internal-') || (isIpAddress(place) && isPrivateAddress(place)));
  return looksInternal && cloud !== undefined
    ? { annotation: undefined, deliberate: true, say: 'its address is a private one' }
    : undefined;
}
