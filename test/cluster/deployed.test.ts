import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { kubectl } from './support/cluster.ts';
import { accountOf, apply, createNamespace, kustomizeFolder, renderChart, runHelm, type Account } from './support/deployed.ts';
import { expectNothingPrivate } from './support/expect-nothing-private.ts';
import { askCli, runCli, type AskedCli } from './support/run-cli.ts';
import { applyWorkloads, settled } from './support/workloads.ts';

const review = fileURLToPath(new URL('workloads/deployed.yaml', import.meta.url));

/** Everything that the program does in a terminal; in Slack it asks the same of the API server. */
const everyVerb = [
  'triage web -n deployed-shop',
  'triage web -n deployed-shop --why',
  'scan -n deployed-shop',
  'scan -A',
  'explain web -n deployed-shop',
  'list -n deployed-shop',
  'list -A',
  'expose web -n deployed-shop',
  'expose web -n deployed-shop --audience internet',
  'manifest ClusterIP web -n deployed-shop',
  'manifest ClusterIP web -n deployed-shop --with-network-policy',
  'manifest LoadBalancer web -n deployed-shop --patch',
  'reach deployed-shop/web deployed-shop/web:80',
  'reach internet deployed-shop/web:80',
  'reach --all -n deployed-shop',
  'reach --all -A',
  `review -f ${review}`,
  'watch web -n deployed-shop',
  'how do I expose web in deployed-shop to the internet?',
  'is web in deployed-shop healthy?',
];

/** What nobody who only answers questions may do; each as kubectl asks it. */
const forbidden = [
  'get secrets -n deployed-shop',
  'get secret web-database -n deployed-shop',
  'get secrets -A',
  'get configmaps -A',
  'get serviceaccounts -A',
  'get clusterroles',
  'exec deploy/web -n deployed-shop -- true',
  'attach deploy/web -n deployed-shop',
  'port-forward deploy/web 0:8080 -n deployed-shop',
  'logs deploy/web -n deployed-shop',
  'get --raw /api/v1/nodes/node-1/proxy/metrics',
  'get --raw /api/v1/namespaces/deployed-shop/services/web:80/proxy/',
  'create service clusterip other --tcp=80:80 -n deployed-shop',
  'create configmap other -n deployed-shop',
  'create token default -n deployed-shop',
  'create rolebinding other --clusterrole=cluster-admin --user=me -n deployed-shop',
  'label service web a=b -n deployed-shop',
  'patch service web --type=merge -p {"spec":{"type":"NodePort"}} -n deployed-shop',
  'scale deployment web --replicas=0 -n deployed-shop',
  'rollout restart deployment web -n deployed-shop',
  'delete service web -n deployed-shop --now',
  'delete pods --all -n deployed-shop --now',
  'get services -n deployed-shop --as=admin',
  'get services -n deployed-shop --as=admin --as-group=system:masters',
] as const;

const refusal = /forbidden/iu;

async function expectForbidden(account: Account, words: string): Promise<void> {
  await expect(account.kubectl(words.split(' '))).rejects.toThrow(refusal);
}

/** Every verb works, and nothing that it needs is refused. */
async function expectAnswered(words: string, { kubeconfig }: Account): Promise<void> {
  const run = await askCli(words.split(' '), kubeconfig);
  expect([0, 1]).toContain(run.code);
  expect(run.answer.skipped ?? []).toEqual([]);
  const checks = (run.answer.findings ?? []).map(({ check }) => check);
  expect(checks).not.toContain('access-incomplete');
  expect(run.answer.text).not.toMatch(/Not checked|could not be read|may not read|may read nothing/u);
  expect(run.stderr).not.toMatch(refusal);
  expectNothingPrivate(run);
}

const rollout = async (namespace: string) =>
  kubectl(['rollout', 'status', 'deployment/k8s-svc', '-n', namespace, '--timeout=30s']);

const realFindings = ({ answer }: AskedCli) =>
  (answer.findings ?? []).filter(({ severity, check }) => severity !== 'info' && check !== 'access-incomplete');

const grantsOf = ({ answer }: AskedCli): readonly string[] => answer.skipped?.flatMap(({ grant }) => grant.split(', ')) ?? [];

beforeAll(async () => {
  await applyWorkloads('deployed');
  await settled('deployed-shop');
});

describe('the API server takes the chart', () => {
  beforeAll(async () => createNamespace('deployed-dry'));
  const folder = fileURLToPath(new URL('../../deploy/chart/ci', import.meta.url));

  it.each(readdirSync(folder).map((file) => file.replace('-values.yaml', '')))('with the values %s', async (combination) => {
    // The namespaces that the values name are others' here, and the ServiceMonitor is of an operator that is not.
    const set = combination.startsWith('namespaces') ? ['rbac.namespaces={deployed-shop}'] : [];
    const yaml = await renderChart('dry', 'deployed-dry', combination, ...set);
    const known = yaml
      .split(/^---$/mu)
      .filter((one) => !one.includes('kind: ServiceMonitor'))
      .join('---');
    const said = await apply(known, '--dry-run=server');
    const rendered = (loadAll(yaml) as readonly ({ kind: string } | null)[]).filter(
      (one) => one !== null && one.kind !== 'ServiceMonitor',
    );
    expect(said.match(/serverside-applied \(server dry run\)/gu)).toHaveLength(rendered.length);
  });
});

describe('the account of the chart with its default values', () => {
  let account: Account;
  beforeAll(async () => {
    await createNamespace('deployed-bot');
    await apply(await renderChart('k8s-svc', 'deployed-bot', 'defaults'));
    account = await accountOf('deployed-bot', 'k8s-svc');
  });

  it('runs in a namespace that admits only restricted pods', async () => {
    expect(await rollout('deployed-bot')).toContain('successfully rolled out');
  });

  it.each(everyVerb)('is enough for: %s', async (words) => expectAnswered(words, account));

  it.each(forbidden)('is refused: %s', async (words) => expectForbidden(account, words));

  it('is told that it may get, list and watch, and nothing else', async () => {
    const rules = await account.kubectl(['auth', 'can-i', '--list', '--no-headers', '-n', 'deployed-shop']);
    const granted = rules
      .split('\n')
      // What every account may ask about itself, and the addresses that are no resources.
      .filter((line) => /^(?!self\w+\.auth)\S/u.test(line));
    expect(granted.length).toBeGreaterThan(20);
    for (const rule of granted) expect(rule).toMatch(/^[a-z0-9.-]+ +\[\] +\[\] +\[get list watch\]$/u);
    expect(granted.join('\n')).not.toMatch(/^(?:secrets|configmaps) /mu);
  });
});

describe('helm', () => {
  const namespace = 'deployed-helm';
  const there = ['-n', namespace, '--wait', '--timeout=60s'];
  const left = async () =>
    kubectl([
      'get',
      'all,pdb,netpol,sa,clusterrole,clusterrolebinding',
      '-A',
      '-l',
      'app.kubernetes.io/instance=bot',
      '-o',
      'name',
    ]);

  it('installs it with the next steps, upgrades it and leaves nothing behind', async () => {
    await createNamespace(namespace);
    const installed = await runHelm(
      'install',
      'bot',
      'CHART',
      ...there,
      '--set',
      'image.repository=registry.example.com/k8s-svc',
    );
    expect(installed).toContain('kubectl create secret generic k8s-svc-slack -n deployed-helm');
    expect(installed).toContain('It may read every namespace. No Secrets, no exec, nothing that writes.');
    expect(await left()).toContain('deployment.apps/bot-k8s-svc');

    const changed = 'rbac.namespaces={deployed-shop},slack.mode=http';
    const upgraded = await runHelm('upgrade', 'bot', 'CHART', ...there, '--reset-then-reuse-values', '--set', changed);
    expect(upgraded).toContain('REVISION: 2');
    expect(upgraded).toContain('It may read the namespaces deployed-shop, and says so when it is asked about another.');
    expect(upgraded).toContain('https://YOUR-HOST/slack/events');
    expect(await left()).not.toContain('clusterrole');

    await runHelm('uninstall', 'bot', ...there);
    expect(await left()).toBe('');
  });
});

describe('the account of the Kustomize base', () => {
  let account: Account;
  beforeAll(async () => {
    // The namespace is the first of its objects.
    await kubectl(['apply', '--server-side', '--validate=strict', `--kustomize=${kustomizeFolder('base')}`]);
    account = await accountOf('k8s-svc', 'k8s-svc');
  });

  it('runs in its own namespace, which admits only restricted pods', async () => {
    expect(await rollout('k8s-svc')).toContain('successfully rolled out');
  });

  it('is enough, and for no more', async () => {
    for (const words of ['scan -A', 'triage web -n deployed-shop']) await expectAnswered(words, account);
    for (const words of [forbidden[0], forbidden[6], forbidden[12], forbidden[20]]) await expectForbidden(account, words);
  });

  it('leaves room for the example overlay', async () => {
    const said = await kubectl([
      'apply',
      '--server-side',
      '--force-conflicts',
      '--validate=strict',
      '--dry-run=server',
      `--kustomize=${kustomizeFolder('overlays/example')}`,
    ]);
    expect(said).toMatch(/deployment\.apps\/k8s-svc serverside-applied/u);
  });
});

describe('the account of the chart with rbac.namespaces', () => {
  let account: Account;
  beforeAll(async () => {
    await createNamespace('deployed-few');
    await apply(await renderChart('few', 'deployed-few', 'defaults', 'rbac.namespaces={deployed-shop}'));
    account = await accountOf('deployed-few', 'few-k8s-svc');
  });

  it.each(['triage web', 'explain web', 'scan', 'list', 'expose web', 'manifest ClusterIP web', 'watch web'])(
    'answers in its namespace, and lacks nothing that is there: %s',
    async (words) => {
      const run = await askCli([...words.split(' '), '-n', 'deployed-shop'], account.kubeconfig);
      expect(run.code).toBe(0);
      expect(realFindings(run)).toEqual([]);
      for (const grant of grantsOf(run)) expect(grant).toMatch(/^list \w+(?: in namespace kube-system)?$/u);
    },
  );

  it('names the grant that each check lacks which looks beyond the namespace', async () => {
    const run = await askCli(['triage', 'web', '-n', 'deployed-shop'], account.kubeconfig);
    expect(grantsOf(run)).toEqual(
      expect.arrayContaining(['list nodes', 'list namespaces', 'list services in namespace kube-system']),
    );
    expect(run.answer.text).toContain('not everything could be read');
  });

  it('cannot say who reaches whom, which needs every namespace, and says that', async () => {
    const run = await runCli(['reach', '--all', '-n', 'deployed-shop'], account.kubeconfig);
    expect(run.code).toBe(3);
    expect(run.output).toMatch(/may read nothing of this[^]*list namespaces/u);
  });

  it.each([
    ['triage web -n deployed-other', /\b(?:get|list) services in namespace deployed-other\b/iu],
    ['scan -n deployed-other', /\blist services in namespace deployed-other\b/iu],
    ['list -n deployed-other', /\blist services in namespace deployed-other\b/iu],
    ['scan -A', /\blist services\b/iu],
    ['list -A', /\blist services\b/iu],
  ])('says what it may not read elsewhere: %s', async (words, grant) => {
    const run = await runCli(words.split(' '), account.kubeconfig);
    expect(run.code).toBe(3);
    expect(run.output).toMatch(grant);
    expectNothingPrivate(run);
  });

  it.each([...forbidden, 'get services -n deployed-other', 'get pods -A', 'get nodes', 'get namespaces'])(
    'is refused: %s',
    async (words) => expectForbidden(account, words),
  );

  it('lacks only what is in other namespaces with rbac.clusterScoped; rbac.dryRun lets a dry run prove a manifest', async () => {
    await createNamespace('deployed-some');
    await apply(await renderChart('some', 'deployed-some', 'namespaces-and-nodes', 'rbac.namespaces={deployed-shop}'));
    const some = await accountOf('deployed-some', 'some-k8s-svc');
    const run = await askCli(['triage', 'web', '-n', 'deployed-shop'], some.kubeconfig);
    expect(run.code).toBe(0);
    // The cluster's own DNS and proxy, and pods of other namespaces that a policy may mean.
    expect(new Set(grantsOf(run))).toEqual(
      new Set([...['services', 'pods', 'daemonsets'].map((one) => `list ${one} in namespace kube-system`), 'list pods']),
    );
    // rbac.dryRun is on among these values, and off among the others.
    const words = ['manifest', 'NodePort', 'web', '-n', 'deployed-shop', '--dry-run'];
    const { answer } = await askCli(words, some.kubeconfig);
    expect(answer.manifests?.flatMap(({ proven }) => proven)).toContain('dry-run');
    const without = await askCli(words, account.kubeconfig);
    expect(without.answer.manifests?.flatMap(({ proven }) => proven)).not.toContain('dry-run');
    expect(without.answer.text).toMatch(/create services in namespace deployed-shop/u);
  });
});

describe('the account of the chart with rbac.impersonate', () => {
  let account: Account;
  beforeAll(async () => {
    await createNamespace('deployed-as');
    await apply(await renderChart('as', 'deployed-as', 'impersonation'));
    account = await accountOf('deployed-as', 'as-k8s-svc');
  });
  const asks = (...as: readonly string[]) => account.kubectl(['get', 'services', '-n', 'deployed-shop', ...as]);

  it('takes the name and the groups that are listed, and the API server decides by them', async () => {
    await expect(asks('--as=ada@example.com', '--as-group=developers')).rejects.toThrow(
      /User "ada@example\.com" cannot list resource "services"/u,
    );
    const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' };
    await apply(
      JSON.stringify({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { namespace: 'deployed-shop', name: 'developers' },
        roleRef: role,
        subjects: [{ apiGroup: role.apiGroup, kind: 'Group', name: 'developers' }],
      }),
    );
    expect(await asks('--as=ada@example.com', '--as-group=developers')).toContain('web');
  });

  it.each([
    [['--as=bob@example.com'], 'users "bob@example.com"'],
    [['--as=ada@example.com', '--as-group=system:masters'], 'groups "system:masters"'],
    [['--as=system:serviceaccount:kube-system:default'], 'serviceaccounts "default"'],
  ])('and no others: %s', async (as, refused) => {
    await expect(asks(...as)).rejects.toThrow(new RegExp(`${refused} is forbidden`, 'u'));
  });
});
