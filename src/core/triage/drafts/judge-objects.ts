import type { Finding } from '../../answer/answer.ts';
import type { ManifestObject } from '../../manifest/kubernetes-object.ts';
import { validateManifest, type Fault } from '../../manifest/validate-manifest.ts';
import { hasShape } from '../../manifest/shape/shape-faults.ts';
import type { Shapes } from '../../manifest/shape/shapes.ts';
import manifestRefusedByApi from '../checks/manifest-refused-by-api.ts';
import { rankFindings } from '../rank.ts';

/** Kinds whose rules are known here in any version; of others the fields are, where the cluster's OpenAPI or the one that was cut has them. */
const judgedKinds = new Set(['Service', 'EndpointSlice', 'Ingress', 'HTTPRoute', 'NetworkPolicy']);

/** Where the fields of an object stand in the text that it was read from. */
export type Lines = ReadonlyMap<ManifestObject, (path: string) => number>;

/** What the API server would refuse in objects that are being written: one finding for each fault, with the field. */
export function judgeObjects(
  objects: readonly ManifestObject[],
  lines: Lines = new Map(),
  own: readonly Shapes[] = [],
): readonly Finding[] {
  return objects
    .filter((object) => judgedKinds.has(object.kind) || hasShape(object, own))
    .flatMap((object) => {
      const lineOf = lines.get(object);
      const faults = validateManifest(withoutServerFields(object), own).map((fault) =>
        lineOf === undefined ? fault : { ...fault, line: lineOf(fault.path) },
      );
      return refusedFindings(object, faults);
    });
}

/** One finding for each fault of an object. */
export function refusedFindings(object: ManifestObject, faults: readonly Fault[]): readonly Finding[] {
  const { name, namespace = '' } = object.metadata;
  const sofar = { skipped: [], trouble: false };
  const given = { target: { namespace, name }, now: 0, alone: true, sofar, draft: { object, faults } };
  const outcome = { check: manifestRefusedByApi, is: 'found', drafts: manifestRefusedByApi.find(given) } as const;
  return rankFindings([outcome], { kind: object.kind, namespace, name }).map(independent);
}

/** Faults of a manifest stand beside each other; none is the cause of another. */
function independent(finding: Finding): Finding {
  return { ...finding, role: 'independent' };
}

/** An object that was read from a cluster carries what only the server writes; that is no fault of its author. */
function withoutServerFields(object: ManifestObject): ManifestObject {
  const { status: _, ...rest } = object;
  const serverOnly = [
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'generation',
    'managedFields',
    'ownerReferences',
    'selfLink',
    'generateName',
  ];
  const metadata = Object.fromEntries(Object.entries(object.metadata).filter(([key]) => !serverOnly.includes(key)));
  return { ...rest, metadata: metadata as ManifestObject['metadata'] };
}
