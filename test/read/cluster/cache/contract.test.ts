import { afterAll, beforeAll } from 'vitest';
import { createClusterReader } from '../../../../src/read/cluster/cluster-reader.ts';
import { parseDump } from '../../../../src/read/files/parse-dump.ts';
import { startFakeApiServer, type FakeApiServer } from '../../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../../support/kube-config.ts';
import { shopDump } from '../../../support/shop-dump.ts';
import { startCache, type TestCache } from '../../../support/warm-cache.ts';
import { readerContract } from '../../reader-contract.ts';

const objects = parseDump({ name: 'shop', text: shopDump });

let server: FakeApiServer;
let cache: TestCache;
beforeAll(async () => {
  server = await startFakeApiServer({ objects, pageSize: 4 });
  cache = startCache(server.url);
  await cache.until('synced', () => cache.synced);
});
afterAll(async () => {
  await cache.stop();
  await server.stop();
});
readerContract('a watch cache', () =>
  Promise.resolve(createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now(), cache })),
);
