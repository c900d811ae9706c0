import { existsSync } from 'node:fs';
import type { KubeConfig } from '@kubernetes/client-node';
import { nearest } from '../../core/ask/nearest.ts';
import { useTokenFiles } from './token-files.ts';
import { Problem } from '../../core/problem/problem.ts';

export interface KubeConfigChoice {
  /** Path of a kubeconfig file; default: what kubectl takes ($KUBECONFIG, ~/.kube/config, in-cluster). */
  readonly file?: string;
  readonly context?: string;
  /** The files that kubectl would take when none is given; for what client-node leaves out of them. */
  readonly defaultFiles?: readonly string[];
  /** The service account of the pod that this runs in. */
  readonly inCluster?: boolean;
}

const NO_CLUSTER_NEXT = [
  'Give a kubeconfig: --kubeconfig FILE, or set KUBECONFIG, or put it at ~/.kube/config.',
  'Or read a dump: --from cluster.yaml. Or answer without a cluster: --offline.',
];

/**
 * Loads a kubeconfig as kubectl does. Throws a Problem when there is none, it is broken, or the context is not in it.
 * The client package is big and slow to load, so it is imported here and nowhere sooner.
 */
export async function loadKubeConfig(choice: KubeConfigChoice): Promise<KubeConfig> {
  const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
  const config = new KubeConfig();
  try {
    const several = (choice.defaultFiles ?? []).filter((file) => existsSync(file));
    if (choice.inCluster === true) config.loadFromCluster();
    else if (choice.file !== undefined) config.loadFromFile(choice.file);
    else if (several.length > 1) mergeFiles(config, several, KubeConfig);
    else if (several[0] !== undefined) config.loadFromFile(several[0]);
    else config.loadFromDefault();
  } catch (error) {
    throw new Problem(
      'bad-request',
      `The kubeconfig${choice.file === undefined ? '' : ` ${choice.file}`} cannot be read.`,
      [reason(error), ...NO_CLUSTER_NEXT],
      error,
    );
  }
  if (choice.inCluster !== true) useTokenFiles(config, choice.file === undefined ? (choice.defaultFiles ?? []) : [choice.file]);
  if (choice.context !== undefined) {
    const names = config.getContexts().map((context) => context.name);
    if (!names.includes(choice.context)) throw unknownContext(choice.context, names);
    config.setCurrentContext(choice.context);
  }
  if (isFallback(config))
    throw new Problem('cluster-unreachable', 'No cluster is configured: there is no kubeconfig.', NO_CLUSTER_NEXT);
  if (config.getCurrentCluster() === null) {
    const names = config.getContexts().map((context) => context.name);
    throw new Problem('bad-request', 'The kubeconfig has no current context, or it names no cluster.', [
      `Choose one: --context ${names[0] ?? 'NAME'}${names.length > 1 ? ` (there are ${names.slice(0, 8).join(', ')})` : ''}`,
    ]);
  }
  return config;
}

/** As kubectl does: of what several files have under one name, the first file's holds. The client would refuse it. */
function mergeFiles(config: KubeConfig, files: readonly string[], New: typeof KubeConfig): void {
  const all = files.map((file) => {
    const one = new New();
    one.loadFromFile(file);
    return one;
  });
  const first = <T extends { readonly name: string }>(lists: readonly (readonly T[])[]): T[] => [
    ...new Map(
      lists
        .flat()
        .toReversed()
        .map((one) => [one.name, one]),
    ).values(),
  ];
  config.clusters = first(all.map((one) => one.clusters));
  config.users = first(all.map((one) => one.users));
  config.contexts = first(all.map((one) => one.contexts));
  const current = all.map((one) => one.getCurrentContext()).find(Boolean);
  if (current !== undefined) config.setCurrentContext(current);
}

export function unknownContext(name: string, names: readonly string[]): Problem {
  const near = nearest(name, names);
  return new Problem('bad-request', `There is no context "${name}" in the kubeconfig.`, [
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${names.slice(0, 12).join(', ') || 'none'}`,
  ]);
}

/** Without any configuration the client package makes up a cluster on localhost:8080. */
function isFallback(config: KubeConfig): boolean {
  return config.getCurrentCluster()?.server === 'http://localhost:8080' && config.getCurrentContext() === 'loaded-context';
}

function reason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return 'The file does not exist.';
  if (code === 'EACCES') return 'The file may not be read by this user.';
  // A parser's message quotes the file, and the file holds credentials: only its kind is said.
  return 'It is not a valid kubeconfig (YAML with clusters, users and contexts).';
}
