import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleText } from '../../scripts/gen/config-example.ts';
import { checkConfig, loadConfig } from '../../src/config/config.ts';
import { formatFault } from '../../src/config/fault.ts';
import { settingsOf } from '../../src/config/in-force.ts';
import { fileJsonSchema, type JsonSchema } from '../../src/config/known-keys.ts';

const file = '/config.yaml';
const check = (text: string, env: Readonly<Record<string, string>> = {}, secret = 'xoxb-from-a-file\n') =>
  checkConfig(env, { file, readText: (path) => (path === file ? text : path === '/run/token' ? secret : undefined) });
const faultsIn = (text: string, env: Readonly<Record<string, string>> = {}) => check(text, env).faults.map(formatFault);

describe('the configuration file', () => {
  it('counts where the environment says nothing, and the environment wins', () => {
    const text = 'slack: {port: 8080, host: 10.0.0.1}\nlogLevel: warn\ndryRun: true\nignore: [no-redundancy]\n';
    expect(check(text, { K8S_SVC_PORT: '9090', K8S_SVC_DRY_RUN: 'off' }).config).toMatchObject({
      file,
      port: 9090,
      host: '10.0.0.1',
      logLevel: 'warn',
      dryRun: false,
      ignore: ['no-redundancy'],
    });
  });

  it('says what holds in a channel, and which channels have alerts', () => {
    const { config } = check(
      'channels:\n  C0123ABCD: {cluster: prod, namespace: shop, alerts: true}\n  C0456EFGH: {namespace: web}\nalerts: {channels: ["#oncall"]}\n',
    );
    expect(config?.channels.get('C0123ABCD')).toMatchObject({ cluster: 'prod', namespace: 'shop' });
    expect(config?.alerts.channels).toEqual(['#oncall', 'C0123ABCD']);
    expect(check('alerts: {channels: [a, b]}', { K8S_SVC_ALERT_CHANNELS: 'C0999ABCD' }).config?.alerts.channels).toEqual([
      'C0999ABCD',
    ]);
  });

  it('takes a token from the file that its variable names, and the way to Slack from the file', () => {
    const env = { SLACK_BOT_TOKEN_FILE: '/run/token', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
    expect(check('slack: {mode: http}', env).config?.slack).toEqual({
      kind: 'http',
      botToken: 'xoxb-from-a-file',
      signingSecret: '0123456789abcdef',
    });
    expect(faultsIn('', { SLACK_BOT_TOKEN_FILE: '/nowhere' })).toEqual([
      'SLACK_BOT_TOKEN_FILE names a file that cannot be read',
    ]);
    expect(check('', env, 'oops').faults.map(formatFault)).toEqual([
      'SLACK_BOT_TOKEN_FILE is no bot token: it begins with xoxb-',
    ]);
  });

  it('lists every fault with its key and its line, without the values', () => {
    const text = `slack:
  prot: 3
  port: 99999
channels:
  oncall: {alerts: true}
  C0123ABCD:
    namespace: Shop
access:
  rules:
    - effect: alow
      users: []
    - users: [jane-the-secret]
  impersonate: {from: mail, map: {}}
ignore: [no-redundacy]
botToken: xoxb-secret
`;
    expect(faultsIn(text)).toMatchInlineSnapshot(`
      [
        "line 2: slack.prot is no key here: did you mean port?",
        "line 3: slack.port must be at most 65535",
        "line 5: channels.oncall is no id of a channel: it begins with C, G or D, as C0123ABCD (names can change hands)",
        "line 7: channels.C0123ABCD.namespace is no name of a namespace: small letters, digits and dashes",
        "line 10: access.rules[0].effect must be one of: allow, deny; did you mean allow?",
        "line 11: access.rules[0].users is empty: leave it out to mean all of them",
        "line 12: access.rules[1].effect must be one of: allow, deny",
        "line 12: access.rules[1].users[0] is no id of a person: it begins with U or W, as U0123ABCD",
        "line 13: access.impersonate.from must be one of: email, map; did you mean email?",
        "line 14: ignore[0] is no check: \`help triage\` lists them",
        "line 15: botToken does not belong here: tokens and passwords come from the environment only",
      ]
    `);
    expect(() => loadConfig({}, { file, readText: () => text })).toThrow('The configuration in /config.yaml is not right.');
  });

  it('names the variable in place of a line for what comes from the environment', () => {
    expect(faultsIn('slack: {port: 80}', { K8S_SVC_PORT: 'secret', K8S_SVC_ALERT_CLUSTERS: 'prod' })).toEqual([
      'K8S_SVC_PORT must be as in: 3000',
      'K8S_SVC_ALERT_CLUSTERS must be as in: NAME-IN-ALERTS=CONTEXT',
    ]);
    expect(faultsIn('slack: 5', { K8S_SVC_PORT: '3000' })).toEqual(['line 1: slack must be a map of keys']);
  });

  it.each([
    ['a key twice', 'logLevel: info\nlogLevel: warn\n', 'line 2: a key stands here twice'],
    ['tabs', 'slack:\n\tport: 1\n', 'line 2: this is no YAML: Tabs are not allowed as indentation'],
    ['two documents', 'slack: {}\n---\nslack: {}\n', /^line 2: this is no YAML/u],
    ['a list', '- slack\n', 'line 1: must be a map of keys'],
    ['an alias of nothing', 'slack: *a\n', /^an alias/u],
    ['aliases of aliases', bomb(), /^an alias/u],
    ['a key of every object', '__proto__: {logLevel: warn}\n', /^line 1: __proto__ is no key here/u],
  ])('refuses %s with the line', (_, text, expected) => {
    const [first, ...more] = faultsIn(text);
    expect(first).toMatch(expected);
    expect(more).toEqual([]);
  });

  it('is empty when it holds nothing but comments', () => {
    expect(check('# nothing\nchannels:\n  # C0123ABCD: {}\nslack:\n').config).toMatchObject({
      port: 3000,
      channels: new Map(),
    });
  });

  it('says so when it is not there', () => {
    expect(() => checkConfig({ K8S_SVC_CONFIG: '/nowhere' }, { readText: () => undefined })).toThrow(
      'The configuration file /nowhere cannot be read.',
    );
  });

  it('comes to a value or to sentences, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((one) => JSON.stringify({ slack: one, access: one })),
        ),
        (text) => {
          const { config, faults } = check(text);
          expect(config === undefined).toBe(faults.length > 0);
          for (const fault of faults) expect(formatFault(fault)).not.toMatch(/undefined|\[object|Invalid input/u);
        },
      ),
    );
  });
});

describe('what is in force', () => {
  it('names each value with the line, the variable or the default that it comes from', () => {
    const checked = check('slack:\n  port: 8080\nalerts: {windowHours: 2}\n', { K8S_SVC_LOG_LEVEL: 'warn' });
    const settings = new Map(settingsOf(checked).map(({ key, value, from }) => [key, `${value} (${from})`]));
    expect(settings.get('slack.port')).toBe('8080 (line 2)');
    expect(settings.get('alerts.windowHours')).toBe('2 (line 3)');
    expect(settings.get('logLevel')).toBe('warn (K8S_SVC_LOG_LEVEL)');
    expect(settings.get('dryRun')).toBe('false (default)');
  });

  it('never shows a secret', () => {
    const checked = check('access: {contact: "https://jane:hunter2@example.com xoxb-1-2"}', {
      SLACK_BOT_TOKEN: 'xoxb-1-secret',
      SLACK_APP_TOKEN: 'xapp-1-secret',
    });
    const shown = JSON.stringify(settingsOf(checked));
    expect(shown).not.toMatch(/secret|hunter2|xoxb-1/u);
    expect(shown).toContain('https://***@example.com');
    expect(settingsOf(checked)).toContainEqual({ key: 'SLACK_BOT_TOKEN', value: 'set, not shown', from: 'environment' });
  });
});

describe('what is written from the schema', () => {
  it('the example passes, as it is and with its samples taken for real', () => {
    const example = readFileSync(new URL('../../deploy/config.example.yaml', import.meta.url), 'utf8');
    expect(example).toBe(exampleText());
    expect(faultsIn(example)).toEqual([]);
    expect(check(example).config).toEqual(check('').config);
    const filled = check(exampleText(true));
    expect(filled.faults).toEqual([]);
    expect(filled.config?.access.rules).toHaveLength(2);
  });

  it('every key has a description, and no map takes keys that it does not know', () => {
    const faults: string[] = [];
    const visit = (schema: JsonSchema, path: string): void => {
      if (schema.properties !== undefined && schema.additionalProperties !== false) faults.push(`${path} takes any key`);
      for (const [key, one] of Object.entries(schema.properties ?? {})) {
        if ((one.description ?? '') === '') faults.push(`${path}.${key} has no description`);
        visit(one, `${path}.${key}`);
      }
      if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`);
      if (schema.items !== undefined) visit(schema.items, `${path}[]`);
    };
    visit(fileJsonSchema(), '');
    expect(faults).toEqual([]);
    expect(Object.keys(fileJsonSchema().properties ?? {}).length).toBeGreaterThan(5);
  });
});

/** Nine lists of nine aliases each: a billion words. */
function bomb(): string {
  const names = Array.from('abcdefghi');
  const lists = names.slice(1).map((name, index) => `${name}: &${name} [${`*${names[index]},`.repeat(9).slice(0, -1)}]`);
  return ['a: &a [x]', ...lists].join('\n');
}
