import { readFileSync, statSync } from 'node:fs';
import { load } from 'js-yaml';
import { array, raw, string } from '../project/raw.ts';
import { markOfFile } from './config-source.ts';

/** What a kubeconfig leads to, without the client that could go there. */
export interface KubeconfigContexts {
  readonly contexts: readonly string[];
  /** undefined: it names none. */
  readonly current: string | undefined;
}

/** A kubeconfig of a person with hundreds of clusters is smaller; what is larger is something else. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Reads the names of the contexts in kubeconfig files, each again only when it has changed. A file that is not there has
 * none; one that cannot be read now but could before keeps what it had: it may be half written.
 */
export function createContextNames(): (file: string) => KubeconfigContexts | undefined {
  const known = new Map<string, { readonly mark: string; readonly found: KubeconfigContexts | undefined }>();
  return (file) => {
    const mark = markOfFile(file);
    const before = known.get(file);
    if (before?.mark === mark) return before.found;
    const found = mark === 'none' ? undefined : (contextsIn(file) ?? before?.found);
    known.set(file, { mark, found });
    return found;
  };
}

/** undefined: it is no kubeconfig, or may not be read. */
function contextsIn(file: string): KubeconfigContexts | undefined {
  let content;
  try {
    if (statSync(file).size > MOST_BYTES) return undefined;
    content = raw(load(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
  if (!Array.isArray(content['contexts'])) return undefined;
  const contexts = array(content['contexts'])
    .map((one) => string(raw(one)['name']))
    .filter((name) => name !== '');
  const current = string(content['current-context']);
  return { contexts: [...new Set(contexts)], current: current === '' ? undefined : current };
}
