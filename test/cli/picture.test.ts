import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem/problem.ts';
import { runInTerminal } from '../support/run-in-terminal.ts';

const from = ['--from', fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url))];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'k8s-svc-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describe('--picture', () => {
  it.each(['triage', 'explain'])('draws what %s tells into a file', async (verb) => {
    const path = join(folder, 'checkout.svg');
    const run = await runInTerminal([verb, 'checkout', '-n', 'shop', '--picture', path, ...from]);
    expect(run.err).toBe(`The traffic path is drawn in ${path}\n`);
    const svg = await readFile(path, 'utf8');
    expect(svg).toMatch(/^<svg .*<\/svg>\n$/su);
    expect(svg).toContain('but the pods of Deployment checkout carry app=checkout.');
  });

  it.each([
    [['triage', 'web', '--picture', 'web.jpg'], 'ends with neither .svg nor .png', '--picture web.svg'],
    [
      ['scan', '-A', '--picture', 'all.svg'],
      '--picture goes with triage, and with explain of one Service.',
      '--picture web.svg',
    ],
    [['explain', 'web', 'cart', '--picture', 'two.svg'], '--picture goes with triage', '--picture web.svg'],
  ])('says what it cannot draw: %j', async (argv, sentence, next) => {
    const run = await runInTerminal([...argv, ...from]);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toContain(sentence);
    expect(run.err).toContain(next);
  });

  it('draws a PNG, in light colours and sharp on a phone', async () => {
    const path = join(folder, 'checkout.png');
    const run = await runInTerminal(['triage', 'checkout', '-n', 'shop', '--picture', path, ...from]);
    expect(run.code).toBe(1);
    expect(run.err).toBe(`The traffic path is drawn in ${path}\n`);
    const png = await readFile(path);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1_440);
  });

  it('says what a PNG needs where that is not installed, and the answer stands all the same', async () => {
    const path = join(folder, 'web.png');
    const missing = new Problem('bad-request', 'A PNG needs the package @resvg/resvg-js beside k8s-svc, which is not there.', [
      'Give a name that ends with .svg',
    ]);
    const run = await runInTerminal(['explain', 'web', '-n', 'shop', '--picture', path, ...from], {
      drawPng: () => Promise.reject(missing),
    });
    expect(run.code).toBe(2);
    expect(run.out).toContain('web in shop is an internal (ClusterIP) Service');
    expect(run.err).toBe(
      'A PNG needs the package @resvg/resvg-js beside k8s-svc, which is not there.\n- Give a name that ends with .svg\n',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes nothing for a Service that is not there, and says so', async () => {
    const run = await runInTerminal(['triage', 'nobody', '-n', 'shop', '--picture', join(folder, 'x.svg'), ...from]);
    expect(run.err).toContain('No picture was written: there is no Service to draw.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is a Mermaid flowchart in -o md', async () => {
    const { out } = await runInTerminal(['explain', 'web', '-n', 'shop', '-o', 'md', ...from]);
    expect(out).toContain('```mermaid\nflowchart TD\n');
    expect(out).toContain('entry-0["Ingress web');
  });
});
