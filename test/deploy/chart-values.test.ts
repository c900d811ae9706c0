import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { helmTemplate, root } from './support/render.ts';

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

describe('values that cannot work', () => {
  it.each([
    ['no image', ['image.repository='], 'image.repository is not set'],
    ['replicas that share nothing', ['replicaCount=2'], 'set config.store.url'],
    ['an autoscaler over replicas that share nothing', ['autoscaling.enabled=true'], 'set config.store.url'],
    ['an Ingress that nothing stands behind', ['ingress.enabled=true'], 'ingress.enabled is for slack.mode http'],
    ['an Ingress without a host', ['ingress.enabled=true', 'slack.mode=http'], 'ingress.host is not set'],
    [
      'a pod that is ended before it has answered',
      ['config.shutdown.drainMs=60000'],
      'after SIGTERM (config.shutdown.drainMs): at least 65.',
    ],
    ['a mode that is none', ['slack.mode=https'], 'slack.mode'],
    ['a key that is none', ['slcak.mode=http'], "'slcak' not allowed"],
    ['a digest that is none', ['image.digest=sha256:123'], 'image.digest'],
    ['root', ['runAsUser=0'], 'runAsUser'],
    ['a port that needs root', ['slack.port=80'], 'slack.port'],
  ])('are refused with a sentence: %s', (_, set, said) => {
    const { code, output } = helmTemplate('defaults', ...set);
    expect(code).not.toBe(0);
    expect(output.replaceAll('/', '.')).toContain(said);
  });
});

describe('secrets', () => {
  it.each([
    ['a bot token as a variable', ['extraEnv[0].name=SLACK_BOT_TOKEN', 'extraEnv[0].value=xoxb-1234']],
    ['an app-level token', ['extraEnv[0].name=X', 'extraEnv[0].value=xapp-1-A']],
    ['a password in the address of the store', ['config.store.url=redis://:hunter2@valkey:6379']],
    ['a password after a name in it', ['config.store.url=redis://bot:hunter2@valkey:6379']],
    ['the group that may do anything', ['rbac.impersonate.enabled=true', 'rbac.impersonate.groups[0]=system:masters']],
    ['a user of the system', ['rbac.impersonate.enabled=true', 'rbac.impersonate.users[0]=system:admin']],
    ['a token among the values of slack', ['slack.botToken=xoxb-1234']],
  ])('and what opens everything are refused by the schema: %s', (_, set) => {
    const { code, output } = helmTemplate('defaults', ...set);
    expect(code).not.toBe(0);
    expect(output).toMatch(/don't meet the specifications of the schema/u);
  });
});

describe('values.yaml', () => {
  const values = load(read('deploy/chart/values.yaml')) as Record<string, unknown>;
  const schema = JSON.parse(read('deploy/chart/values.schema.json')) as Schema;

  it('has every key of the schema, and no other', () => {
    const pathsOf = (schema: Schema, path = ''): readonly string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
        path === '' && (key === 'global' || key === 'config') ? [] : [`${path}${key}`, ...pathsOf(one, `${path}${key}.`)],
      );
    const keysOf = (node: unknown, path = ''): readonly string[] =>
      typeof node !== 'object' || node === null || Array.isArray(node)
        ? []
        : Object.entries(node).flatMap(([key, one]) =>
            `${path}${key}` === 'config' || path.startsWith('resources.')
              ? []
              : [`${path}${key}`, ...keysOf(one, `${path}${key}.`)],
          );
    expect([...new Set(keysOf(values).filter((path) => !path.startsWith('resources.')))].sort()).toEqual(
      pathsOf(schema)
        .filter((path) => !path.startsWith('resources.'))
        .sort(),
    );
  });

  it('goes with the version of the program', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(load(read('deploy/chart/Chart.yaml'))).toMatchObject({ version, appVersion: version });
  });
});
