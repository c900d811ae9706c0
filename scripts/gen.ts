import { fileURLToPath } from 'node:url';
import { gen as genAnswerSchema } from './gen/answer-schema.ts';
import { gen as genChartReadme } from './gen/chart-readme.ts';
import { gen as genCheckList } from './gen/check-list.ts';
import { gen as genExampleCounts } from './gen/example-counts.ts';
import { gen as genLicences } from './gen/licences.ts';
import { gen as genSlackManifest } from './gen/slack-manifest.ts';
import { gen as genTreeDoc } from './gen/tree-doc.ts';
import { gen as genTopics } from './gen/topics.ts';
import { genAssets } from './gen-assets.ts';
import { genSampleCluster } from './gen-sample-cluster.ts';

/** Writes every generated file. CI runs it and fails when that changes anything. */
const root = fileURLToPath(new URL('..', import.meta.url));

await genCheckList();
await genTopics();
// Imported after the list is written: the documentation is made from it.
const { gen: genChecksDoc } = await import('./gen/checks-doc.ts');
await genChecksDoc();
const { gen: genRole } = await import('./gen/role.ts');
await genRole();
await genChartReadme();
await genLicences();
await genAnswerSchema();
const { gen: genConfigDocs } = await import('./gen/config-docs.ts');
await genConfigDocs();
await genSlackManifest();
await genTreeDoc();
await genExampleCounts();
genSampleCluster(root);
genAssets(root);
