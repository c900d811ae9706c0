import type { App } from '@slack/bolt';
import type { SlackFront } from '../../slack-front.ts';

/** Slack's stop button in the agent view ends the work on the last message of its thread. It does not wait for its turn there. */
export function onAgentSessionStopped(app: App, front: SlackFront): void {
  app.event('agent_session_stopped', async ({ event, client }) => {
    await front.agent.stop(client, { channel: event.channel, threadTs: event.thread_ts }, event.event_ts);
  });
}
