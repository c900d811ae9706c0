import { needRedis } from './redis-server.ts';

/** Without a redis-server nothing in here can be proven, so the run fails with a sentence. */
export default function setup(): void {
  needRedis();
}
