import { expect, it } from 'vitest';
import { isWorthIt } from '../../../src/slack/shared/is-worth-it.ts';

const isAlertChannel = (channel: string) => channel === 'C0ALERTS';
const event = (more: Record<string, unknown>) => ({
  type: 'event_callback',
  event: { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', ts: '1.1', ...more },
});

it.each([
  ['a command', { command: '/k8s-svc', text: 'help' }],
  ['a press of a button', { type: 'block_actions' }],
  ['a form', { type: 'view_submission' }],
  ['a shortcut', { type: 'message_action' }],
  ['a mention', event({ type: 'app_mention' })],
  ['a reply in a thread', event({ thread_ts: '1.0' })],
  ['a direct message', event({ channel_type: 'im' })],
  ['an alert', event({ bot_id: 'B1', subtype: 'bot_message', channel: 'C0ALERTS' })],
  ['an alert that is edited', event({ subtype: 'message_changed', channel: 'C0ALERTS' })],
])('%s is written down, as somebody may wait for the answer', (_, body) => {
  expect(isWorthIt(body, isAlertChannel)).toBe(true);
});

it.each([
  ['what people say to each other in a channel', event({})],
  ['what another bot says there', event({ bot_id: 'B1', subtype: 'bot_message' })],
  ['a mention by another bot', event({ type: 'app_mention', bot_id: 'B1' })],
  ['an edit there', event({ subtype: 'message_changed' })],
  ['a visit of the Home tab', event({ type: 'app_home_opened' })],
  ['the check of the address', { type: 'url_verification', challenge: 'x' }],
])('%s is not written down', (_, body) => {
  expect(isWorthIt(body, isAlertChannel)).toBe(false);
});
