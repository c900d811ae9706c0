import { resourceNames, resources } from '../core/model/resources.ts';

export interface PathParts {
  /** A resource of ours, or what kind of other question it is: few words, so that a metric may carry them. */
  readonly resource: string;
  readonly namespace: string | undefined;
  /** A list of a namespaced resource over all namespaces. */
  readonly everywhere: boolean;
}

const ours: ReadonlySet<string> = new Set(resourceNames);
const namespaced: ReadonlySet<string> = new Set(resourceNames.filter((name) => resources[name].namespaced));

/** What a path of the API server asks for: `/api/v1/namespaces/shop/pods`, `/apis/apps/v1/deployments`, `/apis`. */
export function resourceOfPath(path: string): PathParts {
  const words = path.split('/').filter((word) => word !== '');
  const [root] = words;
  if (root === 'openapi' || root === 'version') return { resource: root, namespace: undefined, everywhere: false };
  // After /api/VERSION or /apis/GROUP/VERSION.
  const rest = words.slice(root === 'api' ? 2 : 3);
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const name = (inNamespace ? rest[2] : rest[0]) ?? '';
  const resource = name === '' ? 'discovery' : ours.has(name) ? name : 'other';
  const namespace = inNamespace ? rest[1] : undefined;
  return { resource, namespace, everywhere: namespace === undefined && namespaced.has(name) };
}
