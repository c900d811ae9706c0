import { readdirSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { KubeconfigContexts } from './kubeconfig-contexts.ts';

/** A cluster out of a folder of kubeconfig files. */
export interface FolderCluster {
  readonly name: string;
  /** The context's own name, when the cluster is named by its file and no other has that name. */
  readonly aliases: readonly string[];
  readonly file: string;
  readonly context: string;
}

/** Names of a key in a Secret that say nothing: then the folder that the Secret is mounted as does. */
const meaningless = new Set(['kubeconfig', 'config', 'value', 'admin']);

/**
 * The clusters of a folder of kubeconfig files, also one folder deeper (a Secret each). A file with one context gives its
 * own name: contexts that tools have written are often all called the same. Names are unique: the first by file has them.
 */
export function clustersInFolder(
  folder: string,
  contextsOf: (file: string) => KubeconfigContexts | undefined,
): readonly FolderCluster[] {
  const found = filesIn(folder).flatMap(({ file, name }) => {
    const contexts = contextsOf(file)?.contexts ?? [];
    return contexts.map((context) => ({ file, context, name, isAlone: contexts.length === 1 }));
  });
  const times = (context: string) => found.filter((one) => one.context === context).length;
  const taken = new Set<string>();
  return found.flatMap(({ file, context, name: ofFile, isAlone }) => {
    const isUnique = times(context) === 1;
    const whole = `${ofFile}-${context}`;
    const name = [isAlone ? ofFile : isUnique ? context : whole, whole].find((one) => !taken.has(one));
    if (name === undefined) return [];
    taken.add(name);
    return [{ name, aliases: isAlone && isUnique && context !== name ? [context] : [], file, context }];
  });
}

/** In the order of their names. Kubernetes mounts Secrets through links and folders that begin with a dot. */
function filesIn(folder: string): readonly { readonly file: string; readonly name: string }[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (!isFolder(path)) return [{ file: path, name: baseOf(entry) }];
    return entriesOf(path).flatMap((inner) => {
      const file = join(path, inner);
      const name = baseOf(inner);
      return isFolder(file) ? [] : [{ file, name: meaningless.has(name) ? entry : name }];
    });
  });
}

function baseOf(file: string): string {
  const { name, ext } = parse(file);
  return ['.yaml', '.yml', '.json', '.kubeconfig', '.conf', '.config'].includes(ext) ? name : file;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
