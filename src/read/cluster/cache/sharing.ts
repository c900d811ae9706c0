import { hash } from 'node:crypto';
import type { KubernetesObject } from '../../../core/model/kinds/meta.ts';

/** Parts of so many different contents are remembered at most; then it starts anew, and only newcomers share. */
const MOST = 50_000;

type Fields = Record<string, unknown>;

/**
 * Pods of one workload differ in name, address and state, and are alike in all else. Equal labels, owners, containers and
 * templates are kept once: that is most of the memory of a cluster. Give it objects that were just projected, as it puts the
 * kept part into them; after that nothing changes an object of the model, so nobody notices.
 */
export function createSharing(most: number = MOST): (object: KubernetesObject) => void {
  const kept = new Map<string, unknown>();

  const shared = (name: string, value: unknown): unknown => {
    // Under its name: an empty map and an empty list of probes look the same.
    const key = hash('sha1', `${name} ${JSON.stringify(value)}`, 'base64');
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    kept.set(key, value);
    return value;
  };
  const shareFields = (fields: Fields): void => {
    for (const [name, value] of Object.entries(fields)) {
      if (name !== 'template' && typeof value === 'object' && value !== null) fields[name] = shared(name, value);
    }
  };

  return (object) => {
    shareFields(object.metadata as unknown as Fields);
    const { spec } = object as { readonly spec?: Fields };
    if (spec === undefined) return;
    shareFields(spec);
    const template = spec['template'] as { readonly labels: unknown; readonly spec: Fields } | undefined;
    if (template === undefined) return;
    shareFields(template.spec);
    shareFields(template);
  };
}
