import type { KubernetesObject } from '../../model/kinds/meta.ts';
import type { ResourceName, Resources } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';

/** The kinds that are written here, and that a person pastes beside them. */
export const draftedResources = ['services', 'endpointslices', 'ingresses', 'httproutes', 'networkpolicies'] as const;
export type DraftedResource = (typeof draftedResources)[number];

/** Objects that are being written, as a reader would have read them, with the API's defaults. */
export type Drafted = { readonly [R in DraftedResource]: readonly Resources[R][] } & {
  /** What is written beside them and is not judged itself: workloads, and the pods that would come of them. */
  readonly beside?: { readonly [R in ResourceName]?: readonly Resources[R][] };
};

/** The drafts in a snapshot that was made of their YAML. */
export function draftedIn(snapshot: Snapshot): Drafted {
  const of = <R extends DraftedResource>(resource: R): readonly Resources[R][] => {
    const list = snapshot.all(resource);
    return list.read ? list.value : [];
  };
  return {
    services: of('services'),
    endpointslices: of('endpointslices'),
    ingresses: of('ingresses'),
    httproutes: of('httproutes'),
    networkpolicies: of('networkpolicies'),
  };
}

export function allDrafts(drafted: Drafted): readonly KubernetesObject[] {
  return draftedResources.flatMap((resource): readonly KubernetesObject[] => drafted[resource]);
}

export function isSameObject(a: KubernetesObject, b: KubernetesObject): boolean {
  return a.kind === b.kind && a.metadata.namespace === b.metadata.namespace && a.metadata.name === b.metadata.name;
}
