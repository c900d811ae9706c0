import { z } from 'zod';
import { channelId, clusterName, namespaceName } from './patterns.ts';

const scan = z
  .strictObject({
    channel: channelId.describe('id of the channel that is told'),
    cluster: clusterName.describe('the cluster that is looked at; the default one when absent').exactOptional(),
    namespaces: z
      .array(namespaceName)
      .min(1, 'is empty: leave it out to mean the whole cluster')
      .describe('namespaces that are looked at, each told in a message of its own; the whole cluster when it is left out')
      .exactOptional(),
    everyMinutes: z
      .int()
      .min(5)
      .max(7 * 24 * 60)
      .describe('minutes from one look to the next, counted from midnight UTC; or `at`')
      .exactOptional(),
    at: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'is no time of a day: write it as 09:00')
      .describe('time of the day of one look, as `09:00`; or `everyMinutes`')
      .exactOptional(),
    timeZone: z
      .string()
      .refine(isTimeZone, 'is no time zone: write it as Europe/Berlin')
      .describe('time zone of `at`, as `Europe/Berlin`')
      .default('UTC'),
    onlyNew: z.boolean().describe('nothing is posted while nothing new is broken').default(false),
  })
  .refine(({ everyMinutes, at }) => (everyMinutes === undefined) !== (at === undefined), {
    error: 'needs either everyMinutes or at',
  });

/** Scans that nobody asks for. */
export const scansSection = z.array(scan);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
