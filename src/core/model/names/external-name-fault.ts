import { countEndpoints } from '../endpoints/endpoint-state.ts';
import { quote } from '../commands.ts';
import { serviceOfDnsName, type ExternalTarget } from './external-target.ts';
import type { Service } from '../kinds/service.ts';

export interface ExternalNameFault {
  /** Goes after "which". */
  readonly say: string;
  readonly evidence: Readonly<Record<string, string>>;
  /** The name that was probably meant. */
  readonly instead?: string;
  /** Set when the name is right and its target is not. */
  readonly command?: string;
}

/** Why the name of an ExternalName Service leads nowhere; undefined when it may resolve. `target` is the Service it means. */
export function externalNameFault(
  { metadata }: Service,
  externalName: string,
  target: ExternalTarget | undefined,
): ExternalNameFault | undefined {
  const name = externalName.replace(/\.$/u, '');
  if (/[:/]/u.test(name)) {
    return {
      say: 'is no DNS name: a scheme, port or path does not belong there',
      evidence: {},
      instead: name.replace(/^\w+:\/\//u, '').replace(/[:/].*$/u, ''),
    };
  }
  // An IP address has dots; it is another fault.
  if (!name.includes('.')) {
    return {
      say: 'has no dot: an alias is taken as it stands, and search domains do not complete it',
      evidence: { 'what callers resolve': `${name}.` },
      instead: `${name}.${metadata.namespace}.svc.cluster.local`,
    };
  }
  if (target === undefined) return undefined;
  const full = `${target.name}.${target.namespace}.svc.cluster.local`;
  const where = { 'target Service': `${target.namespace}/${target.name}` };
  if (target.name === metadata.name && target.namespace === metadata.namespace) {
    return { say: 'is this Service itself: a loop', evidence: where };
  }
  const onward = serviceOfDnsName(target.service?.spec.externalName ?? '');
  if (onward?.name === metadata.name && onward.namespace === metadata.namespace) {
    return { say: `names Service ${target.namespace}/${target.name}, an alias that leads back here: a loop`, evidence: where };
  }
  if (target.service === undefined) {
    return {
      say: `names a Service that does not exist in namespace ${target.namespace}`,
      evidence: { ...where, state: 'not found' },
    };
  }
  if (!target.complete) {
    return {
      say: 'is not the full name of the Service: an alias is taken as it stands, and search domains do not complete it',
      evidence: where,
      instead: full,
    };
  }
  if (target.service.spec.type === 'ExternalName') return undefined;
  const { ready, notReady } = countEndpoints(target.slices);
  if (ready.length > 0) return undefined;
  return {
    say: `names Service ${target.namespace}/${target.name}, and that has no ready endpoint`,
    evidence: { ...where, state: `0 ready endpoints, ${notReady.length} not ready` },
    command: `kubectl describe service ${quote(target.name)} -n ${quote(target.namespace)}`,
  };
}
