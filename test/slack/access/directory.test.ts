import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startFakeSlack } from '../../../src/playground/fake-slack/start-fake-slack.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { createDirectory, type Directory } from '../../../src/slack/access/directory.ts';
import { createSlackAccess } from '../../../src/slack/access/slack-access.ts';
import { toBoltLogger } from '../../../src/slack/bolt-logger.ts';
import { createLog } from '../support/log.ts';

interface At {
  readonly slack: FakeSlack;
  readonly directory: Directory;
  readonly log: ReturnType<typeof createLog>;
  readonly pass: (ms: number) => void;
  readonly asked: () => number;
}

async function withScopes(scopes: readonly string[], run: (at: At) => Promise<void>): Promise<void> {
  let clock = 0;
  const slack = await startFakeSlack({ now: Date.now, signingSecret: 'x', scopes });
  const log = createLog();
  const client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: toBoltLogger(log),
  });
  const directory = createDirectory({ client: () => client, logger: log, now: () => clock });
  const asked = () => slack.calls.length;
  await run({ slack, directory, log, asked, pass: (ms) => void (clock += ms) });
  await slack.stop();
}

const you = 'U0K8YOU';

describe('what Slack tells of people', () => {
  it('is who is in a group, kept for five minutes', () =>
    withScopes(['usergroups:read'], async ({ directory, pass, asked }) => {
      expect(await directory.isIn('S0K8ONCALL', you)).toBe(true);
      expect(await directory.isIn('S0K8ONCALL', 'U0K8SAM')).toBe(false);
      expect(asked()).toBe(1);
      pass(5 * 60_000 + 1);
      expect(await directory.isIn('S0K8ONCALL', you)).toBe(true);
      expect(asked()).toBe(2);
    }));

  it('is the e-mail address', () =>
    withScopes(['users:read', 'users:read.email'], async ({ directory }) => {
      expect(await directory.email(you, 'T0K8SHOP')).toBe('robin@shop.example');
      // A guest of another workspace, and one of ours there.
      expect(await directory.email(you, 'TOTHER')).toBeUndefined();
    }));

  it.each([
    ['without the scope', [], 'S0K8ONCALL', 'missing_scope'],
    ['of a group that is not there', ['usergroups:read'], 'S0NOWHERE', 'no_such_subteam'],
  ])('is nothing %s, which the log says once', (_, scopes, group, error) =>
    withScopes(scopes, async ({ directory, log, pass, asked }) => {
      expect(await directory.isIn(group, you)).toBeUndefined();
      expect(await directory.isIn(group, you)).toBeUndefined();
      expect(asked()).toBe(1);
      pass(31_000);
      await directory.isIn(group, you);
      expect(asked()).toBe(2);
      expect(log.lines.filter((line) => line.includes('Slack does not tell'))).toEqual([
        `warn Slack does not tell who somebody is: rules that need it do not open anything {"scope":"usergroups:read","error":"${error}"}`,
      ]);
    }),
  );

  it('is no address without the scope for it', () =>
    withScopes(['users:read'], async ({ directory }) => {
      expect(await directory.email(you, 'T0K8SHOP')).toBeUndefined();
    }));
});

describe('a rule for a user group', () => {
  const asker = { userId: you, teamId: 'T0K8SHOP', channelId: 'C0K8ONCALL' };
  const open = async (directory: Directory, effect: 'allow' | 'deny') => {
    const rules = [{ effect, groups: ['S0K8ONCALL'] }];
    const access = await createSlackAccess(
      () => ({ requireRules: effect === 'allow', rules, privateNamespaces: [] }),
      directory,
    )(asker);
    return access?.at('prod', 'triage').allows('shop');
  };

  it('opens to its members, and closes to them', () =>
    withScopes(['usergroups:read'], async ({ directory }) => {
      expect(await open(directory, 'allow')).toBe(true);
      expect(await open(directory, 'deny')).toBe(false);
    }));

  it('opens to nobody and closes to everybody when Slack does not tell', () =>
    withScopes([], async ({ directory }) => {
      expect(await open(directory, 'allow')).toBe(false);
      expect(await open(directory, 'deny')).toBe(false);
    }));
});
