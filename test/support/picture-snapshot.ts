import { pictureCluster } from '../../scripts/gen/picture-cluster.ts';
import type { Snapshot } from '../../src/core/model/snapshot.ts';
import { viewService } from '../../src/core/model/service-view.ts';
import { drawTrafficPath } from '../../src/core/picture/draw-traffic-path.ts';
import type { TrafficPicture } from '../../src/core/picture/traffic-picture.ts';
import { triageView } from '../../src/core/triage/triage-service.ts';
import { buildCluster } from '../../src/playground/sample-cluster/build-cluster.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';

/** The cluster of the pictures in docs/pictures/, by the real file reader. */
export async function pictureSnapshot(): Promise<Snapshot> {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(pictureCluster) });
  const reader = createFileReader({ files: [{ name: 'pictures', text }], cluster: 'sample', now: pictureCluster.now });
  return reader.read({ kind: 'cluster' }, [], AbortSignal.timeout(30_000));
}

/** The picture of a Service with the findings of its triage. */
export function pictureOf(snapshot: Snapshot, name: string, namespace = 'shop'): TrafficPicture {
  const view = viewService(snapshot, namespace, name);
  if (view.service === undefined) throw new Error(`There is no Service ${namespace}/${name}.`);
  return drawTrafficPath(snapshot, view.service, triageView(view, 'alone').findings);
}
