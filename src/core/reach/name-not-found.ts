import { nearest } from '../ask/nearest.ts';
import type { UnreadResource } from '../model/observed.ts';
import { grantFor } from '../model/resources.ts';
import { Problem } from '../problem/problem.ts';

export interface WantedName {
  readonly typed: string;
  readonly kind: string | undefined;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly side: 'from' | 'to';
}

/** `known` are the objects that were read where it was looked for. */
export function nameNotFound(
  { typed, kind, name, namespace, side }: WantedName,
  unread: readonly UnreadResource[],
  known: readonly { readonly namespace?: string; readonly name: string }[],
): Problem {
  const what = kind ?? (side === 'to' ? 'Service, workload or pod' : 'workload or pod');
  const missing = unread
    .filter((one) => one.why !== 'not-asked' && one.why !== 'not-open')
    .map((one) => grantFor(one.resource, one.namespace));
  const say = `Whether there is a ${what} "${typed}" cannot be told: not everything could be read.`;
  if (missing.length === 0 && unread.some((one) => one.why === 'not-open'))
    return new Problem('not-allowed', say, ['Not all namespaces are open to you here: name one with -n NAMESPACE.']);
  if (missing.length > 0) {
    return new Problem('cluster-forbidden', say, [`Grant ${[...new Set(missing)].join(', ')}.`]);
  }
  const near = nearest(
    name,
    known.map((one) => one.name),
  );
  const full = new Set(
    near.flatMap((each) => known.filter((one) => one.name === each).map((one) => `${one.namespace ?? ''}/${one.name}`)),
  );
  return new Problem(
    kind === 'Service' ? 'service-not-found' : 'bad-request',
    `There is no ${what} "${name}"${namespace === undefined ? '' : ` in namespace ${namespace}`}.`,
    full.size === 0
      ? ['list -A shows all Services, reach --all every connection between workloads.']
      : [`Did you mean ${[...full].slice(0, 3).join(' or ')}?`],
  );
}
