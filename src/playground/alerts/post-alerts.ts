import { ALERTMANAGER } from '../fake-slack/directory.ts';
import type { FakeSlack } from '../fake-slack/fake-slack.ts';
import type { LiveCluster } from '../sample-cluster/live-cluster.ts';
import { alertAttachment } from './alert-attachment.ts';

/** Alertmanager in #oncall: one message when a fault comes, one when it is mended. Returns the way to stop it. */
export function postAlerts(fake: FakeSlack, cluster: LiveCluster): () => void {
  return cluster.listen((moved) => {
    for (const { fault, on } of moved)
      fake.postByWebhook({ bot: ALERTMANAGER, channel: 'oncall', attachments: [alertAttachment(fault, on)] });
  });
}
