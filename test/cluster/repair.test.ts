import { beforeEach, describe, expect, it } from 'vitest';
import { kubectl } from './support/cluster.ts';
import { askCli } from './support/run-cli.ts';
import { typeInShell } from './support/shell.ts';
import { applyWorkloads, settled } from './support/workloads.ts';

const namespace = 'repair';

beforeEach(async () => applyWorkloads('repair'));

/** What people type, and what it breaks. */
const mistakes = [
  { command: 'set selector service/web app=wbe', check: 'selector-label-typo' },
  { command: 'set selector service/web application=web', check: 'selector-label-typo' },
  { command: 'scale deployment/web --replicas=0', check: 'workload-scaled-to-zero' },
  {
    command: 'patch service web --type=json --patch=[{"op":"replace","path":"/spec/ports/0/targetPort","value":"htpt"}]',
    check: 'target-port-name-missing',
  },
];

describe('the command that triage gives', () => {
  it.for(mistakes)('heals the Service after kubectl $command', async ({ command, check }) => {
    await kubectl([...command.split(' '), `--namespace=${namespace}`]);
    await settled(namespace);
    const broken = await askCli(['triage', 'web', '-n', namespace]);
    expect(broken.answer.findings?.[0]).toMatchObject({ check, role: 'root-cause' });

    const advised = broken.answer.findings?.[0]?.next.flatMap((step) => step.command ?? []) ?? [];
    const repair = advised.find((line) => /^kubectl (patch|scale|set) /.test(line));
    await typeInShell(repair ?? 'echo "no command that repairs anything was given" >&2; false');
    await settled(namespace);
    const healed = await askCli(['triage', 'web', '-n', namespace]);
    expect((healed.answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(healed.code).toBe(0);
  });
});
