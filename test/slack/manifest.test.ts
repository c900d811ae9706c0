import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from '../../src/slack/listeners/commands/k8s-svc.ts';
import { reviewMessageId } from '../../src/slack/listeners/shortcuts/review-message.ts';
import { triageMessageId } from '../../src/slack/listeners/shortcuts/triage-message.ts';
import { manifestRules } from './manifest-rules.ts';

const source = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
const read = () => parse(source);
const faultsOf = (manifest: unknown) =>
  (manifestRules.safeParse(manifest).error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`.trim());

describe('manifest.yml', () => {
  it('keeps the rules of Slack', () => {
    expect(faultsOf(read())).toEqual([]);
  });

  it('registers the command and the shortcuts that the code listens to', () => {
    const { features } = manifestRules.parse(read());
    expect(features.slash_commands.map((one) => one.command)).toEqual([command]);
    expect(features.shortcuts.map((one) => [one.type, one.callback_id])).toEqual([
      ['message', triageMessageId],
      ['message', reviewMessageId],
    ]);
  });

  it.each([
    ['an unknown key', (m: ReturnType<typeof read>) => (m.features.global = {}), /Unrecognized key/u],
    ['a scope without a reason', (m: ReturnType<typeof read>) => m.oauth_config.scopes.bot.push('users:read'), /oauth_config/u],
    [
      'an event without its scope',
      (m: ReturnType<typeof read>) => m.oauth_config.scopes.bot.shift(),
      /app_mention needs app_mentions:read/u,
    ],
    [
      'an event that nothing listens to',
      (m: ReturnType<typeof read>) => m.settings.event_subscriptions.bot_events.push('reaction_added'),
      /nothing listens/u,
    ],
    [
      'a short long_description',
      (m: ReturnType<typeof read>) => (m.display_information.long_description = 'short'),
      /long_description/u,
    ],
    ['a command without a slash', (m: ReturnType<typeof read>) => (m.features.slash_commands[0].command = 'k8s'), /command/u],
  ])('would not pass with %s', (_, spoil, fault) => {
    const manifest = read();
    spoil(manifest);
    expect(faultsOf(manifest).join('\n')).toMatch(fault);
  });
});
