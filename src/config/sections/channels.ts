import { z } from 'zod';
import { channelId, clusterName, namespaceName } from './patterns.ts';

const channel = z.strictObject({
  cluster: clusterName.describe('cluster that is meant when a request names none; `use` in the channel wins').exactOptional(),
  namespace: namespaceName
    .describe('namespace that is meant when a request names none; `use` in the channel wins')
    .exactOptional(),
  alerts: z.boolean().describe('alerts that are posted here are triaged in their threads').default(false),
});

/** What holds in a channel, by its id. */
export const channelsSection = z.record(channelId, channel).describe('what holds in a channel, by its id');
