import { statSync } from 'node:fs';
import type { KubeConfig } from '@kubernetes/client-node';

/** Where a connection takes its kubeconfig from, again when it may have changed. */
export interface ConfigSource {
  /** Read again when one of its files has changed; the one before while that cannot be read. Never rejects. */
  current(): Promise<KubeConfig>;
  /**
   * After refused credentials: everything anew (a token inside the kubeconfig, a token file, an exec plug-in's answer).
   * undefined when that was done a moment ago and so would not help. Never rejects.
   */
  renewed(): Promise<KubeConfig | undefined>;
}

export interface ConfigSourceOptions {
  readonly load: () => Promise<KubeConfig>;
  /** What `load` reads. */
  readonly files: readonly string[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const CHECK_EVERY_MS = 1_000;
/** Credentials that are wrong for good must not start a login plug-in for every request. */
const RENEW_EVERY_MS = 10_000;

/** Rejects like `load` when the kubeconfig cannot be read at first. */
export async function openConfigSource({ load, files, now }: ConfigSourceOptions): Promise<ConfigSource> {
  let mark = markOf(files);
  let config = await load();
  let checkedAt = now();
  let renewedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<boolean> | undefined;

  function reload(): Promise<boolean> {
    loading ??= (async () => {
      const before = markOf(files);
      try {
        config = await load();
        mark = before;
        return true;
      } catch {
        // Half written, or gone for a moment: what was right a moment ago is still the best there is.
        return false;
      } finally {
        loading = undefined;
      }
    })();
    return loading;
  }

  return {
    async current() {
      if (loading !== undefined) await loading;
      else if (now() - checkedAt >= CHECK_EVERY_MS) {
        checkedAt = now();
        if (markOf(files) !== mark) await reload();
      }
      return config;
    },
    async renewed() {
      if (loading === undefined && now() - renewedAt < RENEW_EVERY_MS) return undefined;
      renewedAt = now();
      return (await reload()) ? config : undefined;
    },
  };
}

/** Changes with the content of the files, also when a mounted Secret changes the folder that a link leads to. */
function markOf(files: readonly string[]): string {
  return files.map(markOfFile).join('|');
}

export function markOfFile(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'none';
  }
}
