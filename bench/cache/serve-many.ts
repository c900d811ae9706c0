import { parentPort, workerData } from 'node:worker_threads';
import { startFakeApiServer } from '../../test/support/fake-api-server.ts';
import type { ManyServices } from '../live/shop-of-many.ts';
import { wholeCluster } from './whole-cluster.ts';

/** A fake API server in a thread of its own: its memory and its stalls are not those of what is measured. */
const server = await startFakeApiServer({
  objects: wholeCluster(workerData as ManyServices),
  absent: ['cert-manager.io', 'metallb.io'],
});
parentPort?.postMessage(server.url, []);
