import { checkedBy } from './shape/checked-by.ts';
import type { Shapes } from './shape/shapes.ts';
import { validateManifest } from './validate-manifest.ts';
import type { WrittenManifest } from './write-manifest.ts';

/** A manifest that was checked by the fields that come with the program, checked by those that the cluster gave. */
export function checkAgain(written: WrittenManifest, own: readonly Shapes[]): WrittenManifest {
  const { manifest, objects } = written;
  if (manifest === undefined) return written;
  const faults = objects.flatMap((object) => validateManifest(object, own));
  const others = manifest.proven.filter((proof) => proof !== 'schema');
  return {
    ...written,
    manifest: { ...manifest, proven: faults.length === 0 ? ['schema', ...others] : others },
    faults,
    checkedBy: checkedBy(objects, own),
    ...(faults.length === 0 ? {} : { failed: ['schema'] }),
  };
}
