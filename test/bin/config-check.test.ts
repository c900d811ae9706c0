import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../src/bin/k8s-svc.ts', import.meta.url));
const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'config.yaml');

function run(args: readonly string[], text: string, env: Readonly<Record<string, string>> = {}) {
  writeFileSync(file, text);
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SLACK|K8S_SVC)/u.test(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...clean, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('k8s-svc config check', () => {
  it('lists every fault and ends with 2', () => {
    const { status, stdout } = run(['config', 'check', file], 'slack: {prot: 1}\nlogLevel: loud\n');
    expect(status).toBe(2);
    expect(stdout).toBe(
      `The configuration in ${file} and the environment has 2 faults:
- line 1: slack.prot is no key here: did you mean port?
- line 2: logLevel must be one of: debug, info, warn, error
`,
    );
  });

  it('says what is in force and ends with 0, without secrets', () => {
    const env = { K8S_SVC_CONFIG: file, SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'xapp-secret' };
    const { status, stdout } = run(['config', 'check'], 'slack: {port: 8080}\n', env);
    expect(status).toBe(0);
    expect(stdout).toContain('is right: Slack by Socket Mode.');
    expect(stdout).toMatch(/^slack\.port +8080 +line 1$/mu);
    expect(stdout).not.toContain('secret');
  });

  it('is JSON for a pipeline', () => {
    const bad = run(['config', 'check', file, '-o', 'json'], 'slack:\n  port: 0\n');
    expect(bad.status).toBe(2);
    expect(JSON.parse(bad.stdout)).toEqual({
      ok: false,
      file,
      faults: [{ key: 'slack.port', say: 'must be at least 1', line: 2 }],
    });
    const good = run(['config', 'check', '--config', file, '-o', 'json'], '');
    expect(JSON.parse(good.stdout)).toMatchObject({ ok: true, file, slack: 'none' });
  });

  it.each([
    ['a file that is not there', ['config', 'check', '/nowhere.yaml'], /\/nowhere\.yaml cannot be read/u],
    ['config alone', ['config'], /config check config\.yaml/u],
    ['a flag that is not there', ['config', 'check', '--outptu', 'json'], /Did you mean --output/u],
    ['serve with a faulty file', ['serve', '--config', file], /line 1: slcak is no key here: did you mean slack/u],
  ])('refuses %s with a sentence', (_, args, expected) => {
    const { status, stderr } = run(args, 'slcak: {}\n');
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});
