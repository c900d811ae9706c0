import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root } from './support/render.ts';

interface Job {
  readonly needs?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly 'timeout-minutes': number;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: object;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const text = readFileSync(`${root}.github/workflows/release.yml`, 'utf8');
const workflow = load(text) as { on: object; permissions: object; jobs: Readonly<Record<'test' | 'publish', Job>> };
const { test, publish } = workflow.jobs;
const steps = [...test.steps, ...publish.steps];

describe('the release workflow', () => {
  it('runs for a tag alone, and publishes only what passed the gate', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } });
    expect(publish.needs).toBe('test');
    expect(test.steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['.ci/run', 'npm audit --omit=dev']));
  });

  it('gives every job only what it needs', () => {
    expect(workflow.permissions).toEqual({});
    expect(test.permissions).toEqual({ contents: 'read' });
    expect(publish.permissions).toEqual({ contents: 'read', packages: 'write', 'id-token': 'write', attestations: 'write' });
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.map(({ with: given }) => given?.['persist-credentials'])).toEqual([false, false]);
  });

  it('takes every action by a commit that nobody can move, with its version beside it', () => {
    const lines = text.split('\n').filter((line) => /\buses:/u.test(line));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  it('writes no expression into a shell script, where a name could become a command', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('builds from bases by digest, and attests the image by its digest with the list of its parts', () => {
    const dockerfile = readFileSync(`${root}Dockerfile`, 'utf8');
    const build = steps.find(({ run }) => run?.includes('docker buildx build') === true)?.run ?? '';
    for (const [, name = ''] of dockerfile.matchAll(/^ARG (\w+)=/gmu)) expect(build).toContain(`--build-arg ${name}=`);
    const attest = steps.filter(({ uses = '' }) => uses.includes('/attest-'));
    expect(attest).toHaveLength(2);
    for (const { with: given } of attest) expect(given?.['subject-digest']).toBe('${{ steps.image.outputs.digest }}');
    expect(attest[1]?.with?.['sbom-path']).toBe('sbom.json');
  });

  it('finds in the values of the chart what it fills in', () => {
    const values = readFileSync(`${root}deploy/chart/values.yaml`, 'utf8');
    for (const line of ["  repository: ''", "  digest: ''"])
      expect(values.split('\n').filter((one) => one === line)).toHaveLength(1);
  });
});
