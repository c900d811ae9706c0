import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { viewService } from '../src/core/model/service-view.ts';
import { drawTrafficPath } from '../src/core/picture/draw-traffic-path.ts';
import { triageView } from '../src/core/triage/triage-service.ts';
import { buildCluster } from '../src/playground/sample-cluster/build-cluster.ts';
import { createFileReader } from '../src/read/files/file-reader.ts';
import { renderSvg } from '../src/render/picture/render-svg.ts';
import { pictureCases, pictureCluster } from './gen/picture-cluster.ts';

/** Writes docs/pictures/traffic-*.svg: the traffic path of typical Services. */
const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(pictureCluster) });
const reader = createFileReader({ files: [{ name: 'pictures', text }], cluster: 'sample', now: pictureCluster.now });
const snapshot = await reader.read({ kind: 'cluster' }, [], AbortSignal.timeout(30_000));
for (const [name, wanted] of Object.entries(pictureCases)) {
  const view = viewService(snapshot, 'shop', wanted);
  if (view.service === undefined) throw new Error(`The sample cluster has no Service ${wanted}.`);
  const picture = drawTrafficPath(snapshot, view.service, triageView(view, 'alone').findings);
  const target = fileURLToPath(new URL(`../docs/pictures/traffic-${name}.svg`, import.meta.url));
  await writeFile(target, renderSvg(picture));
  console.log(target);
}
