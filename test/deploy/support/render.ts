import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';
import { inject } from 'vitest';
import type { KubeObject } from './kube-object.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const chart = `${root}deploy/chart`;
const tools = inject('tools');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  /** All that it printed. */
  readonly output: string;
}

export function run(program: keyof typeof tools, args: readonly string[], input?: string): Ran {
  const { status, stdout, stderr } = spawnSync(tools[program], args, { cwd: root, input, encoding: 'utf8' });
  return { code: status, stdout, output: stdout + stderr };
}

/** The combinations of values that are rendered, by name. */
export const combinations = readdirSync(`${chart}/ci`).map((file) => file.replace(/-values\.yaml$/u, ''));

const valuesOf = (combination: string) => `--values=${chart}/ci/${combination}-values.yaml`;

export function helmLint(combination: string): Ran {
  return run('helm', ['lint', '--strict', chart, valuesOf(combination)]);
}

/** `helm template` with one of the combinations, and `--set` of more. */
export function helmTemplate(combination = 'defaults', ...set: readonly string[]): Ran {
  const more = set.map((one) => `--set=${one}`);
  return run('helm', [
    'template',
    'k8s-svc',
    chart,
    '--namespace=bots',
    '--kube-version=1.36.0',
    valuesOf(combination),
    ...more,
  ]);
}

/** What is rendered, as objects. Throws with what helm says. */
export function helmObjects(combination?: string, ...set: readonly string[]): readonly KubeObject[] {
  return objects(helmTemplate(combination, ...set));
}

export function kustomize(folder: string): Ran {
  return run('kubectl', ['kustomize', `${root}deploy/kustomize/${folder}`]);
}

export function objects({ code, stdout, output }: Ran): readonly KubeObject[] {
  if (code !== 0) throw new Error(output);
  return (loadAll(stdout) as readonly (KubeObject | null)[]).filter((one) => one !== null);
}

/** Judges YAML by the schemas that are kept beside the tests; no network. */
export function kubeconform(yaml: string): Ran {
  const location = `${root}test/deploy/schemas/{{.ResourceKind}}{{.KindSuffix}}.json`;
  return run('kubeconform', ['-schema-location', location, '-strict', '-summary', '-output', 'json', '-'], yaml);
}
