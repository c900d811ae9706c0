import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { afterEach } from 'vitest';

export interface ContextSpec {
  readonly server: string;
  readonly user?: object;
  readonly namespace?: string;
}

/** A kubeconfig with these contexts as text; the first is the current one unless another is named. `null`: none is. */
export function kubeconfigText(contexts: Readonly<Record<string, ContextSpec>>, current?: string | null): string {
  const all = Object.entries(contexts);
  const chosen = current === null ? undefined : (current ?? all[0]?.[0]);
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    ...(chosen === undefined ? {} : { 'current-context': chosen }),
    clusters: all.map(([name, { server }]) => ({ name, cluster: { server, 'insecure-skip-tls-verify': true } })),
    users: all.map(([name, { user = { token: 'token-for-tests' } }]) => ({ name, user })),
    contexts: all.map(([name, { namespace }]) => ({
      name,
      context: { cluster: name, user: name, ...(namespace === undefined ? {} : { namespace }) },
    })),
  });
}

/** A folder that is gone after each test. */
export function temporaryFolder(): {
  readonly path: (name: string) => string;
  readonly write: (name: string, words: string) => string;
} {
  let folder: string | undefined;
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });
  const path = (name: string) => join((folder ??= mkdtempSync(join(tmpdir(), 'k8s-svc-test-'))), name);
  return {
    path,
    write: (name, words) => {
      const file = path(name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, words);
      return file;
    },
  };
}
