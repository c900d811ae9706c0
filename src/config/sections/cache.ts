import { z } from 'zod';
import { clusterName } from './patterns.ts';

export const cacheSection = z.strictObject({
  enabled: z
    .boolean()
    .describe('what is read of a cluster is watched and kept in memory, so that no question lists anything (docs/cache.md)')
    .default(false),
  clusters: z
    .array(clusterName)
    .min(1, 'is empty: leave it out to mean all of them')
    .describe('the clusters that are watched; all of them when it is left out')
    .exactOptional(),
  staleAfterSeconds: z
    .number()
    .min(1)
    .max(600)
    .describe('seconds after which an answer says that a watch is broken and since when')
    .default(10),
  giveUpAfterSeconds: z
    .number()
    .min(10)
    .max(3_600)
    .describe('seconds after which what a broken watch left is not used any more, and the API server is asked instead')
    .default(300),
});
