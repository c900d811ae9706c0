import type { ManifestObject } from '../core/manifest/kubernetes-object.ts';
import { draftedIn, type Drafted } from '../core/triage/drafts/drafted.ts';
import type { AssistantDeps } from './deps.ts';

/** Objects that are being written, as a reader would have read them; those without a namespace go to this one. */
export async function drafted(
  objects: readonly ManifestObject[],
  namespace: string,
  deps: Pick<AssistantDeps, 'readText'>,
  signal: AbortSignal,
): Promise<Drafted> {
  const placed = objects.map((object) => ({
    ...object,
    metadata: { ...object.metadata, namespace: object.metadata.namespace ?? namespace },
  }));
  const reader = deps.readText('the manifest', JSON.stringify(placed));
  return draftedIn(await reader.read({ kind: 'cluster' }, [], signal));
}
