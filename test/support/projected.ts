import { load } from 'js-yaml';
import type { ResourceName, Resources } from '../../src/core/model/resources.ts';
import { projections } from '../../src/read/project/projections.ts';
import { raw } from '../../src/read/project/raw.ts';

/** Objects of one resource from YAML: a list of them, with as much as the test needs. */
export function projected<R extends ResourceName>(resource: R, yaml: string): readonly Resources[R][] {
  return (load(yaml) as readonly unknown[]).map((object) => projections[resource](raw(object)));
}

/** The only one. */
export function projectedOne<R extends ResourceName>(resource: R, yaml: string): Resources[R] {
  const [first] = projected(resource, `[${yaml}]`);
  if (first === undefined) throw new Error('the YAML is empty');
  return first;
}
