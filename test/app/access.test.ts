import { describe, expect, it } from 'vitest';
import { createAccess } from '../../src/app/access/access.ts';
import { singleCluster } from '../../src/app/clusters.ts';
import { createAssistant } from '../../src/app/create-assistant.ts';
import type { AccessPolicy, AccessRule } from '../../src/core/access/access-rule.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { renderPlain } from '../../src/render/terminal/render-terminal.ts';

const namespaces = ['shop', 'payments', 'kube-system'];
const objects = [
  ...namespaces.map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  })),
  ...[
    ['shop', 'web', 'web'],
    ['shop', 'twin', 'twin'],
    ['payments', 'ledger', 'ledger'],
    ['payments', 'twin', 'twin'],
    ['kube-system', 'kube-dns', 'kube-dns'],
  ].flatMap(([namespace = '', name = '', app = '']) => [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { type: 'ClusterIP', clusterIP: '10.0.0.9', selector: { app }, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app } },
        template: {
          metadata: { labels: { app } },
          spec: { containers: [{ name: 'app', image: 'app', ports: [{ containerPort: 8080 }] }] },
        },
      },
      status: { replicas: 1, readyReplicas: 1 },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${name}-1`, namespace, labels: { app } },
      spec: { containers: [{ name: 'app', image: 'app', ports: [{ containerPort: 8080 }] }] },
      status: { phase: 'Running', podIP: '10.1.0.1', conditions: [{ type: 'Ready', status: 'True' }] },
    },
  ]),
];

interface Situation {
  readonly rules?: readonly AccessRule[];
  readonly requireRules?: boolean;
  readonly privateNamespaces?: readonly string[];
  readonly alone?: boolean;
  readonly shares?: boolean;
}

/** What jane gets in the channel CSHOP, as text, and whether it has to stay private. */
async function ask(
  words: string,
  { rules = [], requireRules = true, privateNamespaces = [], alone = true, shares = false }: Situation,
) {
  const reader = createFileReader({
    files: [{ name: 'cluster.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) }],
    cluster: 'prod',
  });
  const assistant = createAssistant({
    clusters: singleCluster('prod', () => Promise.resolve(reader)),
    now: () => 0,
    readText: (name, text) => createFileReader({ files: [{ name, text }], cluster: name, anything: true }),
  });
  const policy: AccessPolicy = { requireRules, contact: '#platform', rules, privateNamespaces };
  const who = { userId: 'UJANE', channelId: 'CSHOP', inGroup: () => false };
  const access = createAccess({ policy, who, alone, shares });
  const context = { signal: AbortSignal.timeout(10_000), requestId: 'r', access };
  const answer = await assistant.answer(parseWords(words), context);
  return { answer, text: renderPlain(answer), code: answer.problem?.code, isPrivate: access.isPrivate() };
}

const onlyShop: Situation = { rules: [{ effect: 'allow', namespaces: ['shop'] }] };

describe('what is closed', () => {
  it.each([
    'triage ledger -n payments',
    'triage payments/ledger',
    'watch ledger -n payments',
    'explain ledger -n payments',
    'explain shop/web payments/ledger',
    'expose ledger -n payments',
    'manifest ClusterIP ledger -n payments',
    'manifest ClusterIP ledger -n payments --patch',
    'list -n payments',
    'scan -n payments',
    'reach shop/web payments/ledger',
    'reach payments/ledger internet',
    'reach shop/web ledger.payments.svc',
    'reach --all -n payments',
    'use prod/payments',
    'triage ledger in payments',
    'why is ledger in namespace payments not reachable?',
    'is there anything broken in the payments namespace?',
  ])('is not told: %s', async (words) => {
    const { text } = await ask(words, onlyShop);
    expect(text).not.toMatch(/10\.0\.0\.9|8080|healthy|ready/u);
    expect(text).toContain('Cluster prod, namespace payments is not open to you here');
  });

  it('says what is missing and whom to ask', async () => {
    const { text, code } = await ask('triage ledger -n payments', onlyShop);
    expect(code).toBe('not-allowed');
    expect(text).toMatchInlineSnapshot(`
      "✖ Cluster prod, namespace payments is not open to you here (triage).

      - Missing: a rule that allows it for you (UJANE) or this channel (CSHOP).
      - Ask #platform to open it.
      "
    `);
  });

  it('counts a question in free text as what it amounts to', async () => {
    const rules: readonly AccessRule[] = [{ effect: 'allow', namespaces: ['payments'], verbs: ['ask', 'explain'] }];
    expect((await ask('triage ledger in payments', { rules })).text).toContain('Cluster prod is not open to you here (triage)');
    expect((await ask('why is ledger in payments down?', { rules })).text).toContain('is not open to you here (triage)');
  });

  it('is a whole cluster when nothing in it is open', async () => {
    const rules: readonly AccessRule[] = [{ effect: 'allow', clusters: ['staging'] }];
    for (const words of ['list -A', 'scan -A', 'use prod', 'reach --all', 'triage web']) {
      expect((await ask(words, { rules })).text).toContain('Cluster prod is not open to you here');
    }
    expect((await ask('help', { rules })).code).toBeUndefined();
    expect((await ask('what is a headless Service?', { rules })).code).toBeUndefined();
  });
});

describe('what is open', () => {
  it.each([
    'triage web -n shop',
    'explain web -n shop',
    'list -n shop',
    'expose web -n shop',
    'reach shop/web shop/twin',
    'triage web',
  ])('is told: %s', async (words) => {
    const { code, text } = await ask(words, onlyShop);
    expect(code).toBeUndefined();
    expect(text).not.toMatch(/payments|ledger/u);
  });

  it('is all that a scan and a list of everything tell, and they say so', async () => {
    const list = await ask('list -A', onlyShop);
    expect(list.text).toContain('2 Services in the namespaces that are open to you here');
    const scan = await ask('scan -A', onlyShop);
    expect(scan.text).toContain('in the namespaces that are open to you here');
    expect(`${list.text} ${scan.text}`).not.toMatch(/payments|ledger|kube-dns/u);
    const all = await ask('scan -A', { rules: [{ effect: 'allow' }] });
    expect(all.text).toContain('in the cluster');
  });

  it('is the DNS that every Service needs, unless a rule denies it', async () => {
    const rules: readonly AccessRule[] = [{ effect: 'allow', namespaces: ['shop'] }];
    const dns = ({ answer }: Awaited<ReturnType<typeof ask>>) =>
      (answer.skipped ?? []).filter((one) => one.check.startsWith('cluster-dns')).map((one) => one.grant);
    expect(dns(await ask('triage web -n shop', { rules }))).toEqual([]);
    const denied = await ask('triage web -n shop', { rules: [...rules, { effect: 'deny', namespaces: ['kube-system'] }] });
    expect(dns(denied)[0]).toContain('not all namespaces are open to you here');
    // No right of the account would help.
    expect(denied.text).not.toContain('account that k8s-svc uses');
    expect((await ask('triage kube-dns -n kube-system', { rules })).code).toBe('not-allowed');
  });
});

describe('names of what is closed', () => {
  it.each([
    ['a Service that is elsewhere', 'explain ledger -n shop'],
    ['a Service that is elsewhere, triaged', 'triage ledger -n shop'],
    ['a Service without a namespace', 'explain ledger'],
    ['a workload that is elsewhere', 'expose ledger -n shop'],
    ['a workload without a namespace', 'expose ledger'],
    ['a slip of the fingers', 'triage leger -n shop'],
    ['a slip in a question', 'why is leger broken?'],
    ['a namespace that is not there', 'list -n payment'],
    ['a scan of a namespace that is not there', 'scan -n paymets'],
    ['a Service that is in two namespaces', 'triage twin'],
    ['reach from what is elsewhere', 'reach ledger web -n shop'],
    ['everything that reaches', 'reach --all'],
    [
      'YAML with the ports of another',
      'review apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: shop}\nspec: {selector: {app: ledger}, ports: [{port: 80}]}',
    ],
  ])('do not come out of %s', async (_, words) => {
    const { text } = await ask(words, onlyShop);
    expect(text.replaceAll(words, '')).not.toMatch(/\bpayments\b|payments\/|\btwin in payments/u);
    expect(text).not.toContain('Did you mean ledger');
    const open = await ask(words, { rules: [{ effect: 'allow' }] });
    expect(open.code).not.toBe('not-allowed');
  });
});

describe('a private namespace', () => {
  const secret: Situation = { requireRules: false, privateNamespaces: ['payments'] };

  it('is told to the person alone', async () => {
    const alone = await ask('list -n payments', { ...secret, alone: true });
    expect(alone).toMatchObject({ code: undefined, isPrivate: false });
    const inChannel = await ask('list -n payments', { ...secret, alone: false });
    expect(inChannel).toMatchObject({ code: undefined, isPrivate: true });
  });

  it.each(['triage ledger', 'triage ledger in payments', 'explain ledger -n payments', 'expose ledger -n payments'])(
    'makes the answer private, however it is asked: %s',
    async (words) => {
      expect((await ask(words, { ...secret, alone: false })).isPrivate).toBe(true);
    },
  );

  it('is not named in an answer that others read', async () => {
    for (const words of ['list -A', 'scan -A', 'triage twin', 'explain ledger -n shop', 'list -n paymets', 'reach --all']) {
      const { text, isPrivate } = await ask(words, { ...secret, alone: false });
      expect({ words, isPrivate }).toEqual({ words, isPrivate: false });
      expect(text).not.toMatch(/payments/u);
    }
    expect((await ask('list -A', { ...secret, alone: true })).text).toContain('payments');
  });

  it('is told in a channel that has a rule for it', async () => {
    const rules: readonly AccessRule[] = [{ effect: 'allow', channels: ['CSHOP'], namespaces: ['payments'] }];
    const { isPrivate, code } = await ask('list -n payments', { ...secret, rules, alone: false });
    expect({ isPrivate, code }).toEqual({ isPrivate: false, code: undefined });
  });

  it('is shared by whoever may share it, and by nobody else', async () => {
    const refused = await ask('list -n payments', { ...secret, alone: false, shares: true });
    expect(refused.code).toBe('not-allowed');
    expect(refused.text).toContain('payments is private');
    expect(refused.text).toContain('the verb share');
    const rules: readonly AccessRule[] = [{ effect: 'allow', users: ['UJANE'], namespaces: ['payments'], verbs: ['share'] }];
    const shared = await ask('list -n payments', { ...secret, rules, alone: false, shares: true });
    expect({ code: shared.code, isPrivate: shared.isPrivate }).toEqual({ code: undefined, isPrivate: false });
    expect(shared.text).toContain('ledger');
  });
});
