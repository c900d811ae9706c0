import type { ManifestObject } from '../kubernetes-object.ts';
import { shapes, shapesFor, type Shapes } from './shapes.ts';

/**
 * Whose fields the objects are checked by: "the fields of this cluster's Kubernetes v1.36.3", or "the fields of
 * Kubernetes 1.36". `own` is what the cluster gave, undefined where none was asked.
 */
export function checkedBy(objects: readonly ManifestObject[], own?: readonly Shapes[]): string {
  const found = objects.map((object) => ({ kind: object.kind, by: shapesFor(object, own) }));
  const kindsOf = (fits: (by: Shapes | undefined) => boolean) => [
    ...new Set(found.filter(({ by }) => fits(by)).map(({ kind }) => kind)),
  ];
  const version = found.find(({ by }) => by !== shapes && by?.version !== undefined)?.by?.version;
  const ofCluster = kindsOf((by) => by !== shapes && by?.version !== undefined);
  const custom = kindsOf((by) => by !== undefined && by !== shapes && by.version === undefined);
  const ofProgram = kindsOf((by) => by === shapes);
  const release = (shapes.version ?? '').replace(/^v(\d+\.\d+).*$/u, '$1');
  const parts = [
    ...(ofCluster.length > 0 ? [`the fields of this cluster's Kubernetes ${version}`] : []),
    ...(custom.length > 0 ? [`the fields of this cluster's ${custom.join(' and ')}`] : []),
    ...(ofProgram.length > 0
      ? [
          `${ofCluster.length + custom.length > 0 ? `for ${ofProgram.join(' and ')} ` : ''}the fields of Kubernetes ${release}${own === undefined ? '' : ": this cluster's own could not be read"}`,
        ]
      : []),
  ];
  return parts.join('; ');
}
