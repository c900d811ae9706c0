import { z } from 'zod';
import { allChecks } from '../core/triage/all-checks.ts';
import { accessSection } from './sections/access.ts';
import { alertsSection } from './sections/alerts.ts';
import { cacheSection } from './sections/cache.ts';
import { channelsSection } from './sections/channels.ts';
import { observeSection } from './sections/observe.ts';
import { clustersSection } from './sections/clusters.ts';
import { scansSection } from './sections/scans.ts';
import { shutdownSection } from './sections/shutdown.ts';
import { slackSection } from './sections/slack.ts';
import { storeSection } from './sections/store.ts';

/** The whole file. A section is a file in sections/, and a line here; its descriptions become the documentation. */
export const fileSchema = z.strictObject({
  slack: slackSection.describe('How Slack reaches k8s-svc.').prefault({}),
  clusters: clustersSection.describe('Where the clusters are; each context of the kubeconfig when absent.').prefault({}),
  channels: channelsSection.describe('What holds in a channel, by its id.').default({}),
  alerts: alertsSection.describe('Alerts that are triaged without being asked.').prefault({}),
  cache: cacheSection.describe('Clusters that are watched and kept in memory.').prefault({}),
  scans: scansSection.describe('Scans that nobody asks for, told in a channel (docs/scans.md).').default([]),
  access: accessSection.describe('Who may ask about what.').prefault({}),
  store: storeSection.describe('Several replicas: where they keep what they share.').prefault({}),
  shutdown: shutdownSection.describe('How k8s-svc ends.').prefault({}),
  observe: observeSection.describe('Health, metrics, the audit log, and how much may be asked.').prefault({}),
  ignore: z
    .array(z.string().refine(isCheck, 'is no check: `help triage` lists them'))
    .describe('checks that are silenced everywhere, by id')
    .default([]),
  dryRun: z
    .boolean()
    .describe('manifests are sent to the API server with dryRun=All; needs the verb create on what is written')
    .default(false),
  logLevel: z.enum(['debug', 'info', 'warn', 'error']).describe('the least that is logged').default('info'),
});

export type FileConfig = z.infer<typeof fileSchema>;

/** Sections that a change of the file takes over without a restart. */
export const hotSections = ['channels', 'alerts', 'access'] as const satisfies readonly (keyof FileConfig)[];

function isCheck(id: string): boolean {
  return allChecks.some((check) => check.id === id);
}
