import { SlackFault } from '../api/method.ts';
import { respond } from '../respond.ts';
import type { Act, Delivered, Place } from './people.ts';

/**
 * Types a slash command into the composer of a channel. Slack does not offer an app's commands inside threads, so there is
 * no thread here. When the app does not take it, the person sees Slackbot's note, as in Slack.
 * Source: docs.slack.dev/interactivity/implementing-slash-commands
 */
export async function sendCommand(
  { slack, delivery }: Act,
  { user, channel }: Place,
  command: string,
  words: string,
): Promise<Delivered> {
  const { workspace, triggers, responseUrls } = slack;
  const { team, app } = workspace.directory;
  const room = workspace.channel(channel);
  const target = { channel, user, source: undefined };
  const ack = await delivery.send('command', {
    token: 'deprecated-verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: room?.kind === 'im' ? 'directmessage' : (room?.name ?? ''),
    user_id: user,
    user_name: workspace.user(user)?.name ?? '',
    command,
    text: words,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrls.issue('commands', target),
    trigger_id: triggers.issue(user),
  });
  if (!ack.ok) {
    const why = ack.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
    workspace.post({ channel, user: 'USLACKBOT', text: `${command} failed with the error "${why}"`, only: user });
  } else if (ack.body['text'] !== undefined || ack.body['blocks'] !== undefined) {
    try {
      respond(slack, target, ack.body);
    } catch (thrown) {
      if (!(thrown instanceof SlackFault)) throw thrown;
      workspace.post({ channel, user: 'USLACKBOT', text: `${command} failed with the error "${thrown.code}"`, only: user });
    }
  }
  return { ack };
}
