import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { load, dump } from 'js-yaml';
import { createKubectl, type Kubectl } from '../control-plane/kubectl.ts';
import { helm, kubeconfigs, kubectl, programs } from './cluster.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** `helm template` with a file of deploy/chart/ci and more values, as YAML. */
export async function renderChart(
  release: string,
  namespace: string,
  combination: string,
  ...set: readonly string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(helm, [
    'template',
    release,
    join(root, 'deploy/chart'),
    `--namespace=${namespace}`,
    '--kube-version=1.36.0',
    `--values=${join(root, `deploy/chart/ci/${combination}-values.yaml`)}`,
    ...set.map((one) => `--set=${one}`),
  ]);
  return stdout;
}

/** helm as the administrator; the path of the chart stands for `CHART` in the words. */
export async function runHelm(...words: readonly string[]): Promise<string> {
  const args = words.map((word) => (word === 'CHART' ? join(root, 'deploy/chart') : word));
  const { stdout } = await promisify(execFile)(helm, [...args, `--kubeconfig=${kubeconfigs.admin}`]);
  return stdout;
}

export const kustomizeFolder = (folder: string): string => join(root, 'deploy/kustomize', folder);

/** A namespace that admits only restricted pods. */
export async function createNamespace(name: string): Promise<void> {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await kubectl(
    ['apply', '--server-side', '--filename=-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }),
  );
}

/** Applies YAML as a person would, but refused when a field is unknown or given twice. `more` may be `--dry-run=server`. */
export async function apply(yaml: string, ...more: readonly string[]): Promise<string> {
  return kubectl(['apply', '--server-side', '--validate=strict', ...more, '--filename=-'], yaml);
}

export interface Account {
  /** A kubeconfig that holds a real, short-lived token of the account and nothing else. */
  readonly kubeconfig: string;
  readonly kubectl: Kubectl;
}

/** The account as a pod has it: its token is asked from the API server (TokenRequest). */
export async function accountOf(namespace: string, name: string): Promise<Account> {
  const token = await kubectl(['create', 'token', name, `--namespace=${namespace}`, '--duration=1h']);
  const config = load(readFileSync(kubeconfigs.admin, 'utf8')) as { users: { name: string; user: object }[] };
  const users = config.users.map((one) => ({ ...one, user: { token: token.trim() } }));
  const file = join(dirname(kubeconfigs.admin), `${namespace}-${name}.kubeconfig`);
  writeFileSync(file, dump({ ...config, users }), { mode: 0o600 });
  return { kubeconfig: file, kubectl: createKubectl(programs, file) };
}
