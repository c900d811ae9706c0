import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { kubeconfigFiles } from '../../src/config/kubeconfig-files.ts';
import { Problem } from '../../src/core/problem/problem.ts';

const bot = 'xoxb-1-2-abc';

describe('the configuration', () => {
  it.each([
    ['nothing', {}, { kind: 'none' }],
    ['empty variables', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, { kind: 'none' }],
    ['both tokens', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: 'xapp-1' }, { kind: 'socket', botToken: bot, appToken: 'xapp-1' }],
    [
      'a signing secret',
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: '0123456789abcdef' },
      { kind: 'http', botToken: bot, signingSecret: '0123456789abcdef' },
    ],
    [
      'both ways: no public address is needed then',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789abcdef' },
      { kind: 'socket', botToken: bot, appToken: 'xapp-1' },
    ],
  ])('from %s', (_, env, slack) => {
    expect(loadConfig(env)).toMatchObject({ slack, port: 3000, logLevel: 'info' });
  });

  it.each([
    ['a bot token alone', { SLACK_BOT_TOKEN: bot }, /SLACK_APP_TOKEN/u],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing/u],
    ['a swapped token', { SLACK_BOT_TOKEN: 'xapp-1-secret' }, /SLACK_BOT_TOKEN is no bot token: it begins with xoxb-/u],
    ['a port that is none', { K8S_SVC_PORT: '99999' }, /K8S_SVC_PORT/u],
    ['an alert channel that is none', { K8S_SVC_ALERT_CHANNELS: '#oncall Secret' }, /K8S_SVC_ALERT_CHANNELS.*#oncall/u],
    ['a window of no time', { K8S_SVC_ALERT_WINDOW_HOURS: '0' }, /K8S_SVC_ALERT_WINDOW_HOURS/u],
    ['a cluster without a context', { K8S_SVC_ALERT_CLUSTERS: 'prod-eu' }, /K8S_SVC_ALERT_CLUSTERS.*CONTEXT/u],
    ['a store that is no Redis', { K8S_SVC_STORE_URL: 'http://:secret@valkey' }, /K8S_SVC_STORE_URL is no address of a Redis/u],
    ['a store at no port', { K8S_SVC_STORE_URL: 'redis://valkey:99999' }, /K8S_SVC_STORE_URL is no address of a Redis/u],
    ['an unknown log level', { K8S_SVC_LOG_LEVEL: 'loud' }, /K8S_SVC_LOG_LEVEL/u],
  ])('refuses %s without showing its value', (_, env, expected) => {
    const problem = problemOf(() => loadConfig(env));
    expect([problem.say, ...problem.next].join(' ')).toMatch(expected);
    expect([problem.say, ...problem.next].join(' ')).not.toContain('secret');
  });

  it('has one replica by default; the address of a store makes more of it, and its password is kept apart', () => {
    expect(loadConfig({}).store).toBeUndefined();
    const url = 'rediss://k8s-svc@valkey.shop:6380/2';
    expect(loadConfig({ K8S_SVC_STORE_URL: url, K8S_SVC_STORE_PASSWORD: 'pass' }).store).toEqual({
      url,
      password: 'pass',
      prefix: 'k8s-svc',
    });
    const whole = 'rediss://k8s-svc:p%40ss@valkey.shop:6380/2';
    expect(loadConfig({ K8S_SVC_STORE_URL: whole, K8S_SVC_STORE_PASSWORD: 'other' }).store).toMatchObject({
      url,
      password: 'p@ss',
    });
    expect(loadConfig({ K8S_SVC_STORE_URL: 'redis://:secret@valkey:6379' }).store).toMatchObject({
      url: 'redis://valkey:6379',
      password: 'secret',
    });
    expect(loadConfig({}).drainMs).toBe(20_000);
  });

  it('names the alert channels, by id or name, and what monitoring calls the clusters', () => {
    const env = {
      K8S_SVC_ALERT_CHANNELS: 'C0123ABCD, #oncall alerts-prod',
      K8S_SVC_ALERT_WINDOW_HOURS: '2',
      K8S_SVC_ALERT_CLUSTERS: 'prod-eu=gke_acme_europe-west1_prod, prod-us=arn:aws:eks:us-east-1:1:cluster/prod',
    };
    expect(loadConfig(env).alerts).toEqual({
      channels: ['C0123ABCD', '#oncall', 'alerts-prod'],
      windowMs: 7_200_000,
      clusterNames: new Map([
        ['prod-eu', 'gke_acme_europe-west1_prod'],
        ['prod-us', 'arn:aws:eks:us-east-1:1:cluster/prod'],
      ]),
    });
    expect(loadConfig({}).alerts).toEqual({ channels: [], windowMs: 21_600_000, clusterNames: new Map() });
  });

  it('lists every fault at once', () => {
    const problem = problemOf(() => loadConfig({ SLACK_BOT_TOKEN: 'x', K8S_SVC_PORT: 'x', K8S_SVC_LOG_LEVEL: 'x' }));
    expect(problem.next).toHaveLength(3);
  });
});

it('finds the kubeconfig files as kubectl does', () => {
  expect(kubeconfigFiles({ KUBECONFIG: '/a:/b', HOME: '/home/me' })).toEqual(['/a', '/b']);
  expect(kubeconfigFiles({ HOME: '/home/me' })).toEqual(['/home/me/.kube/config']);
  expect(kubeconfigFiles({})).toEqual([]);
});

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('was taken');
}
