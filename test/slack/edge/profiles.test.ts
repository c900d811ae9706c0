import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { profiles, scopesOf } from '../../../scripts/gen/slack-profiles.ts';
import { DEFAULT_SCOPES } from '../../../src/playground/fake-slack/fake-slack.ts';
import { manifestRules } from '../manifest-rules.ts';
import { inWorkspace, readable } from '../support/fake-workspace.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const all = Object.entries(profiles).map(([name, profile]) => ({ name, ...profile }));

/** Slack's own schema, where it lies beside the checkout; it is not part of the project. */
const schema = new URL('../shared/data/slack-manifest-schema/manifest.schema.2.0.0.json', root);

describe.each(all)('the profile $name', ({ file }) => {
  const manifest = (): unknown => parse(read(file));

  it('keeps the rules of Slack', () => {
    expect(manifestRules.safeParse(manifest()).error?.issues ?? []).toEqual([]);
  });

  it("passes Slack's published schema", (context) => {
    if (!existsSync(schema)) context.skip('the published schema does not lie beside this checkout');
    const published = z.fromJSONSchema(JSON.parse(readFileSync(schema, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(published.safeParse(manifest()).error?.issues ?? []).toEqual([]);
    expect(published.safeParse({ ...(manifest() as object), surprise: 1 }).success).toBe(false);
  });
});

describe('the profiles', () => {
  it('ask for what they say and no more', () => {
    const asked = all.map(({ name, file }) => [name, manifestRules.parse(parse(read(file))).oauth_config.scopes.bot.join(' ')]);
    expect(Object.fromEntries(asked)).toEqual({
      default: 'app_mentions:read channels:history chat:write commands files:write im:history',
      base: 'app_mentions:read chat:write commands',
      threads: 'app_mentions:read channels:history chat:write commands files:write',
      dm: 'app_mentions:read chat:write commands files:write im:history',
      agent: 'app_mentions:read assistant:write channels:history chat:write commands files:write im:history',
    });
  });

  it('the default is what the fake workspace grants', () => {
    expect(all.filter(({ name }) => name === 'default').flatMap((one) => [...scopesOf(one).keys()])).toEqual(DEFAULT_SCOPES);
  });

  it('give each scope its reason, in the manifest and in the documentation', () => {
    for (const one of all) {
      for (const [scope, why] of scopesOf(one)) expect(read(one.file)).toContain(`- ${scope} # ${why}\n`);
    }
    const rows = read('docs/slack.md').split('\n');
    const { agent } = profiles;
    for (const [scope, why] of scopesOf(agent!)) {
      const row = rows.find((line) => line.startsWith(`| \`${scope}\``)) ?? '';
      expect(row.replaceAll('\\', '')).toContain(why);
    }
  });

  it('the smallest one answers a mention, and says what it cannot attach', () =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.sendMessage('@k8s-svc manifest LoadBalancer web -n shop');
        await settled();
        const said = slack.workspace.messages('C0K8GENERAL').filter((one) => one.user === 'U0K8BOT');
        expect(readable(said[0])).toContain('A LoadBalancer Service for web.');
        expect(said.at(-1)?.text).toContain('the app lacks the scope files:write');
      },
      {},
      { scopes: [...scopesOf(profiles['base']!).keys()] },
    ));
});
