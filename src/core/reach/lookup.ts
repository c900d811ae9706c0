import type { Service } from '../model/kinds/service.ts';
import type { UnreadResource } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { parseRange, type AddressRange } from '../network-policy/cidr.ts';
import { nearest } from '../ask/nearest.ts';
import { badRequest } from '../problem/problem.ts';
import { nameNotFound, type WantedName } from './name-not-found.ts';
import { podGroups, type PodGroup } from './pod-groups.ts';

/** Finds objects of a snapshot by what people call them. */
export type Lookup = ReturnType<typeof createLookup>;

export function createLookup(snapshot: Snapshot) {
  const groupCache = new Map<string, readonly PodGroup[]>();
  const unread: UnreadResource[] = [];
  const everyNamespace = snapshot.all('namespaces');
  const namespaceNames = everyNamespace.read ? everyNamespace.value.map((one) => one.metadata.name) : [];

  /** Of one namespace, or of all that can be read. */
  function groupsIn(namespace: string | undefined): readonly PodGroup[] {
    const key = namespace ?? '';
    const known = groupCache.get(key);
    if (known !== undefined) return known;
    // One and the same object stands for a pod whichever way it was found: that is how a pod that calls itself is known.
    if (namespace !== undefined && snapshot.all('pods').read) {
      const inside = groupsIn(undefined).filter(({ ref }) => ref.namespace === namespace);
      groupCache.set(key, inside);
      return inside;
    }
    const groups = podGroups(snapshot, namespace);
    if (!groups.read) unread.push(...groups.unread);
    groupCache.set(key, groups.read ? groups.value : []);
    return groups.read ? groups.value : [];
  }

  function servicesIn(namespace: string | undefined): readonly Service[] {
    const services = namespace === undefined ? snapshot.all('services') : snapshot.in('services', namespace);
    if (!services.read) unread.push(...services.unread);
    return services.read ? services.value : [];
  }

  const hasNamespace = (name: string) =>
    namespaceNames.includes(name) || groupsIn(name).length > 0 || servicesIn(name).length > 0;

  return {
    groupsIn,
    hasNamespace,
    services: (name: string, namespace: string | undefined) =>
      servicesIn(namespace).filter((one) => one.metadata.name === name),
    groups(kind: string | undefined, name: string, namespace: string | undefined): readonly PodGroup[] {
      const groups = groupsIn(namespace);
      const workloads = groups.filter(({ ref }) => ref.name === name && (kind === undefined || kind === ref.kind));
      if (workloads.length > 0) return workloads;
      if (kind !== undefined && kind !== 'Pod') return [];
      return groups.flatMap((group) => {
        const at = group.names.indexOf(name);
        return at < 0 ? [] : [onePodOf(group, at)];
      });
    },
    podAt(range: AddressRange): PodGroup | undefined {
      for (const group of groupsIn(undefined)) {
        const at = group.pods.findIndex((pod) => !pod.hostNetwork && pod.addresses.some((one) => sameAddress(one, range)));
        if (at >= 0) return onePodOf(group, at);
      }
      return undefined;
    },
    nodeAt(range: AddressRange): string | undefined {
      const nodes = snapshot.all('nodes');
      const node = nodes.read && nodes.value.find((one) => one.status.addresses.some(({ address }) => isAt(address, range)));
      return node === false ? undefined : node?.metadata.name;
    },
    serviceAt(range: AddressRange): Service | undefined {
      const services = snapshot.all('services');
      if (!services.read) return undefined;
      return services.value.find(({ spec, status }) =>
        [...spec.clusterIPs, spec.clusterIP, ...spec.externalIPs, ...status.loadBalancer.map((one) => one.ip ?? '')].some(
          (address) => isAt(address, range),
        ),
      );
    },
    mustHaveNamespace(name: string): void {
      if (!everyNamespace.read || hasNamespace(name)) return;
      const near = nearest(name, namespaceNames);
      throw badRequest(
        `There is no namespace ${name}.`,
        near.length === 0 ? `There are: ${namespaceNames.slice(0, 10).join(', ')}.` : `Did you mean ${near.join(' or ')}?`,
      );
    },
    /** The Problem for a name that is not there: what is near, or the grant that would show it. */
    notFound: (wanted: WantedName) =>
      nameNotFound(wanted, unread, [
        ...groupsIn(wanted.namespace).map(({ ref }) => ref),
        ...servicesIn(wanted.namespace).map(({ metadata }) => metadata),
      ]),
  };
}

function onePodOf(group: PodGroup, at: number): PodGroup {
  return { ...group, pods: group.pods.slice(at, at + 1), names: group.names.slice(at, at + 1) };
}

function sameAddress(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first === b.first && a.last === b.last;
}

function isAt(address: string, range: AddressRange): boolean {
  const parsed = parseRange(address);
  return parsed !== undefined && sameAddress(parsed, range);
}
