import { findBreaches } from './walls/find-breaches.ts';
import { readSources } from './walls/read-sources.ts';

/** `npm run walls`: fails with a sentence for every import that crosses a wall. */
const files = await readSources();
const breaches = findBreaches(files);
for (const breach of breaches) console.error(`src/${breach.file} imports ${breach.imports}\n  ${breach.because}`);
console.log(`${files.length} files, ${breaches.length} breaches`);
if (breaches.length > 0) process.exitCode = 1;
