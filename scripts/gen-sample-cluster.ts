import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { buildCluster } from '../src/playground/sample-cluster/build-cluster.ts';
import { shopCluster } from '../src/playground/sample-cluster/shop.ts';

/** Writes the sample cluster as `kubectl get … -o yaml` prints it. Returns the path it wrote. */
export function genSampleCluster(root: string): string {
  const target = join(root, 'src/playground/sample-cluster/cluster.yaml');
  const list = { apiVersion: 'v1', items: buildCluster(shopCluster), kind: 'List', metadata: { resourceVersion: '' } };
  writeFileSync(target, dump(list, { sortKeys: true, lineWidth: -1, noRefs: true }));
  execFileSync(join(root, 'node_modules/.bin/oxfmt'), [target]);
  return target;
}

if (import.meta.main) console.log(genSampleCluster(join(import.meta.dirname, '..')));
