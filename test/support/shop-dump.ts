import { readFileSync } from 'node:fs';

/** The sample cluster as kubectl prints it: five Services broken in five ways among healthy ones. */
export const shopDump = readFileSync(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url), 'utf8');
