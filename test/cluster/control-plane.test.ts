import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { startControlPlane } from './control-plane/control-plane.ts';
import { programNames } from './control-plane/programs.ts';
import { kubectl } from './support/cluster.ts';
import { applyWorkloads } from './support/workloads.ts';

const scratch = mkdtempSync(join(tmpdir(), 'k8s-svc-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the control plane', () => {
  it('has three Ready nodes with addresses of their own', async () => {
    const nodes = JSON.parse(await kubectl(['get', 'nodes', '--selector=!k8s-svc.test/case', '--output=json'])) as {
      items: { status: { addresses: { type: string; address: string }[] } }[];
    };
    expect(nodes.items.map(({ status }) => status.addresses[0]?.address)).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
  });

  it('gives pods the fate of their annotation', async () => {
    await applyWorkloads('pod-fates');
    const template =
      '{range .items[*]}{.metadata.name} {.status.phase} {.status.containerStatuses[0].ready} {.status.containerStatuses[0].state.waiting.reason}{"\\n"}{end}';
    const pods = await kubectl(['get', 'pods', '--namespace=pod-fates', `--output=jsonpath=${template}`]);
    expect(
      pods
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'crashes Running false CrashLoopBackOff',
      'lacks-image Pending false ImagePullBackOff',
      'not-ready Running false',
      'ready Running true',
    ]);
  });
});

describe('starting a control plane', () => {
  it('says which program died and its last words', async () => {
    const programs = join(scratch, 'programs');
    mkdirSync(programs);
    for (const name of programNames) {
      const words = name === 'etcd' ? 'exec sleep 60' : `echo "${name}: cannot bind to port"; exit 1`;
      writeFileSync(join(programs, name), `#!/bin/sh\n${words}\n`, { mode: 0o755 });
    }
    const directory = join(scratch, 'data');
    await expect(startControlPlane({ programs, customResources: scratch, directory })).rejects.toThrow(
      /kube-apiserver has ended\. Its last words:\nkube-apiserver: cannot bind to port/,
    );
  });

  it('says what is missing when there is neither a build nor Go', async () => {
    const build = fileURLToPath(new URL('control-plane/build.ts', import.meta.url));
    const run = promisify(execFile)(process.execPath, [build], { env: { HOME: scratch, PATH: scratch } });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /need kube-apiserver, .*kwok, which .* does not have, and there is no Go[\s\S]*install Go/,
      ) as string,
    });
  });
});
