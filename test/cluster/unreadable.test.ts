import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AccessName } from './control-plane/kubeconfigs.ts';
import { kubeconfigs } from './support/cluster.ts';
import { expectNothingPrivate } from './support/expect-nothing-private.ts';
import { askCli, runCli } from './support/run-cli.ts';

const triage = ['triage', 'web', '-n', 'payments'];

const broken: readonly { access: AccessName; words: RegExp }[] = [
  { access: 'invalid-token', words: /token|credentials|log ?in|signed in|unauthorized/i },
  { access: 'unreachable', words: /127\.0\.0\.1:\d+/ },
  { access: 'untrusted', words: /certificate/i },
  { access: 'exec-plugin-missing', words: /no-such-credential-plugin/ },
  { access: 'exec-plugin-failing', words: /plug-?in|credential/i },
];

describe('an API server that cannot be read', () => {
  it.for(broken)('$access: one clear sentence with a next step, and exit code 3', async ({ access, words }) => {
    const run = await runCli(triage, kubeconfigs[access]);
    expect(run.code).toBe(3);
    expect(run.output).toMatch(words);
    expect(run.output.trim().split('\n').length).toBeGreaterThan(1);
    expectNothingPrivate(run);
  });

  it.for(broken)('$access: the same as JSON', async ({ access, words }) => {
    const run = await askCli(triage, kubeconfigs[access]);
    expect(run.code).toBe(3);
    expect(run.answer.text).toMatch(words);
    expect(run.answer.findings ?? []).toEqual([]);
    expectNothingPrivate(run);
  });
});

describe('an API server that accepts connections and never answers', () => {
  it('is given up on when the time is over: exit code 3, and the process ends', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const silent = `${kubeconfigs.unreachable}.silent`;
    writeFileSync(silent, readFileSync(kubeconfigs.unreachable, 'utf8').replaceAll(/127\.0\.0\.1:\d+/g, `127.0.0.1:${port}`));
    try {
      const run = await runCli([...triage, '--timeout', '2'], silent);
      expect(run.code).toBe(3);
      expect(run.output).toMatch(/in time|timed? ?out/i);
      expectNothingPrivate(run);
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  });
});
