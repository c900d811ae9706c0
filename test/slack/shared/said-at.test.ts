import { expect, it } from 'vitest';
import { saidAt } from '../../../src/slack/shared/said-at.ts';

it.each([
  ['a message', { event: { ts: '1760000000.123456', event_ts: '1760000001.000000' } }, 1_760_000_000.123456],
  ['an event without a message', { event: { event_ts: '1760000001.5' } }, 1_760_000_001.5],
  ['a button', { type: 'block_actions', actions: [{ action_ts: '1760000002.25' }] }, 1_760_000_002.25],
  ['a shortcut', { type: 'message_action', action_ts: '1760000003.75' }, 1_760_000_003.75],
  ['a command', { command: '/k8s-svc' }, undefined],
  ['what is no time', { event: { ts: 'yesterday' } }, undefined],
  ['nothing', undefined, undefined],
])('the time of %s', (_, body, expected) => {
  expect(saidAt(body)).toBe(expected);
});
