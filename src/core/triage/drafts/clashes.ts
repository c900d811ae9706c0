import type { Finding } from '../../answer/answer.ts';
import { entryChanges } from '../../manifest/changes/entry-changes.ts';
import { immutableFault } from '../../manifest/changes/immutable-fault.ts';
import { serviceChanges, type FieldChange } from '../../manifest/changes/service-changes.ts';
import type { Fault } from '../../manifest/validate-manifest.ts';
import type { KubernetesObject } from '../../model/kinds/meta.ts';
import type { Service } from '../../model/kinds/service.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Check } from '../check.ts';
import manifestRefusedByApi from '../checks/manifest-refused-by-api.ts';
import manifestReplacesObject from '../checks/manifest-replaces-object.ts';
import { rankFindings } from '../rank.ts';
import { isSameObject, type Drafted } from './drafted.ts';
import { thereBefore } from './with-drafts.ts';

/** What the API server of this cluster would refuse because of what it holds already, and what applying would overwrite. */
export function clashesOf(base: Snapshot, drafted: Drafted): readonly Finding[] {
  return [
    ...drafted.services.flatMap((draft) => {
      const existing = thereBefore(base, 'services', draft);
      return findings(draft, {
        faults: [...taken(base, draft), ...(existing === undefined ? [] : immutableFault(existing, draft))],
        ...(existing === undefined ? {} : { changes: serviceChanges(existing, draft) }),
      });
    }),
    ...drafted.ingresses.flatMap((draft) => {
      const existing = thereBefore(base, 'ingresses', draft);
      return existing === undefined ? [] : findings(draft, { faults: [], changes: entryChanges(existing.spec, draft.spec) });
    }),
    ...drafted.httproutes.flatMap((draft) => {
      const existing = thereBefore(base, 'httproutes', draft);
      return existing === undefined ? [] : findings(draft, { faults: [], changes: entryChanges(existing.spec, draft.spec) });
    }),
  ];
}

function findings(
  { kind, metadata, ...rest }: KubernetesObject,
  clash: { readonly faults: readonly Fault[]; readonly changes?: readonly FieldChange[] },
): readonly Finding[] {
  const { namespace, name } = metadata;
  const draft = { object: { apiVersion: '', ...rest, kind, metadata: { name, namespace } }, ...clash };
  const given = { target: { namespace, name }, now: 0, alone: true, sofar: { skipped: [], trouble: false }, draft };
  const outcome = (check: Check) => {
    const drafts = check.find(given);
    return drafts.length === 0 ? ({ check, is: 'clear' } as const) : ({ check, is: 'found', drafts } as const);
  };
  const outcomes = [outcome(manifestRefusedByApi), outcome(manifestReplacesObject)];
  return rankFindings(outcomes, { kind, namespace, name }).map((finding) => ({ ...finding, role: 'independent' }));
}

/** Node ports are one space for all Services of the cluster, by protocol; a cluster IP belongs to one Service. */
function taken(base: Snapshot, draft: Service): readonly Fault[] {
  const everywhere = base.all('services');
  const services = everywhere.read ? everywhere : base.in('services', draft.metadata.namespace);
  const others = services.read ? services.value.filter((one) => !isSameObject(one, draft)) : [];
  const { clusterIP } = draft.spec;
  const owner =
    clusterIP === '' || clusterIP === 'None' ? undefined : others.find((one) => one.spec.clusterIPs.includes(clusterIP));
  return [
    ...(owner === undefined ? [] : [{ path: 'spec.clusterIP', rule: `is taken by Service ${idOf(owner)}` }]),
    ...draft.spec.ports.flatMap(({ nodePort, protocol }, index) => {
      const holder =
        nodePort === undefined
          ? undefined
          : others.find(
              ({ spec }) =>
                spec.ports.some((port) => port.nodePort === nodePort && port.protocol === protocol) ||
                spec.healthCheckNodePort === nodePort,
            );
      if (holder === undefined) return [];
      return [{ path: `spec.ports[${index}].nodePort`, rule: `is taken: Service ${idOf(holder)} has ${protocol} ${nodePort}` }];
    }),
  ];
}

function idOf({ metadata }: Service): string {
  return `${metadata.namespace}/${metadata.name}`;
}
