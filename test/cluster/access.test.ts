import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessName } from './control-plane/kubeconfigs.ts';
import { kubeconfigs } from './support/cluster.ts';
import { expectNothingPrivate } from './support/expect-nothing-private.ts';
import { askCli, runCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

const triage = ['triage', 'web', '-n', 'payments'];

beforeAll(async () => applyWorkloads('access'));

describe('credentials that work', () => {
  it.for<AccessName>(['client-certificate', 'exec-plugin', 'token-file'])('%s', async (access) => {
    const run = await askCli(triage, kubeconfigs[access]);
    expect(run.code).toBe(0);
    expect(run.answer.skipped ?? []).toEqual([]);
    expect((run.answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expectNothingPrivate(run);
  });
});

describe('an account that may read and nothing else', () => {
  it.for([
    'explain web -n payments',
    'list -A',
    'scan -n payments',
    'expose web -n payments',
    'manifest ClusterIP web -n payments',
  ])('is enough for %s', async (words) => {
    const run = await runCli(words.split(' '), kubeconfigs['client-certificate']);
    expect(run.code).toBe(0);
    expect(run.stderr).toBe('');
    expectNothingPrivate(run);
  });
});

describe('an account with few rights', () => {
  it('gets the checks that could not run, each with the grant that would let it', async () => {
    const run = await askCli(triage, kubeconfigs['services-reader']);
    const skipped = run.answer.skipped ?? [];
    expect(skipped.flatMap(({ unread }) => unread)).toEqual(expect.arrayContaining(['endpointslices', 'pods']));
    expect(skipped.map(({ grant }) => grant).join('\n')).toMatch(/list endpointslices[^\n]*\n?/);
    expect(run.answer.text).toMatch(/endpointslices/);
    expectNothingPrivate(run);
  });

  it('is never told that there are no endpoints or pods when they could not be read', async () => {
    const { answer, code } = await askCli(triage, kubeconfigs['services-reader']);
    expect((answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(answer.text).not.toMatch(/no (ready )?endpoints|matches no pod|is healthy/i);
    expect(code).toBe(0);
  });

  it('who may read only one namespace gets what can be said from there', async () => {
    const run = await askCli(triage, kubeconfigs['namespace-reader']);
    expect(run.code).toBe(0);
    expect((run.answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(run.answer.skipped?.flatMap(({ unread }) => unread)).not.toContain('endpointslices');
    expectNothingPrivate(run);
  });

  it.for(['triage web -n default', 'scan -A', 'list -A'])(
    'gets the verb and resource to grant when Services cannot be read: %s',
    async (words) => {
      const run = await runCli(words.split(' '), kubeconfigs['namespace-reader']);
      expect(run.code).toBe(3);
      expect(run.output).toMatch(/\b(get|list)\b.*services/i);
      expectNothingPrivate(run);
    },
  );
});

describe('a kubeconfig with several contexts', () => {
  it('reads the cluster and the namespace of the context that --context names', async () => {
    const run = await askCli(['triage', 'web', '--context', 'payments'], kubeconfigs['two-contexts']);
    expect(run.code).toBe(0);
    expect(run.answer.text).toContain('payments');
  });

  it('says which contexts there are when the named one is not', async () => {
    const run = await runCli(['triage', 'web', '--context', 'paymets'], kubeconfigs['two-contexts']);
    expect([2, 3]).toContain(run.code);
    expect(run.output).toMatch(/\bpayments\b/);
    expectNothingPrivate(run);
  });
});
