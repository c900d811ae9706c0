import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import { load } from 'js-yaml';
import { array, raw, string } from '../project/raw.ts';

/**
 * Makes `users[].user.tokenFile` work: kubectl knows it, client-node only under another name. The file is read again
 * when a minute has passed, so that a rotated token is seen. A path is relative to its kubeconfig, as for kubectl.
 */
export function useTokenFiles(config: KubeConfig, files: readonly string[]): void {
  const paths = new Map(files.flatMap(tokenFilesIn));
  if (paths.size === 0) return;
  config.users = config.users.map((user) => {
    const tokenFile = paths.get(user.name);
    // A token in the kubeconfig itself goes first, as for kubectl.
    if (tokenFile === undefined || user.token !== undefined) return user;
    return { ...user, authProvider: { name: 'tokenFile', config: { tokenFile } } };
  });
}

function tokenFilesIn(file: string): readonly (readonly [string, string])[] {
  let content: unknown;
  try {
    content = load(readFileSync(file, 'utf8'));
  } catch {
    // What cannot be read has been said when the kubeconfig was loaded.
    return [];
  }
  return array(raw(content)['users']).flatMap((entry) => {
    const path = string(raw(raw(entry)['user'])['tokenFile']);
    return path === '' ? [] : [[string(raw(entry)['name']), isAbsolute(path) ? path : join(dirname(file), path)] as const];
  });
}
