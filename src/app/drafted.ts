import type { ManifestObject } from '../core/manifest/kubernetes-object.ts';
import type { Service } from '../core/model/kinds/service.ts';
import type { AssistantDeps } from './deps.ts';

/** The Services among drafted objects, as a reader would have read them, with the API's defaults. */
export async function drafted(
  objects: readonly ManifestObject[],
  namespace: string,
  deps: AssistantDeps,
  signal: AbortSignal,
): Promise<readonly Service[]> {
  const services = objects
    .filter((object) => object.kind === 'Service')
    .map((object) => ({ ...object, metadata: { ...object.metadata, namespace: object.metadata.namespace ?? namespace } }));
  if (services.length === 0) return [];
  const reader = deps.readText('the manifest', JSON.stringify(services));
  const list = (await reader.read({ kind: 'cluster' }, ['services'], signal)).all('services');
  return list.read ? list.value : [];
}
