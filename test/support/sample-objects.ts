import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

export interface SampleObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** The objects of the sample cluster, to take some away or to add others. */
export function sampleObjects(): readonly SampleObject[] {
  const file = new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url);
  const { items } = load(readFileSync(file, 'utf8')) as { items: readonly SampleObject[] };
  return items;
}
