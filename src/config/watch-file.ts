import { watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';

const settleMs = 50;
const defaultPollMs = 30_000;

/**
 * Calls `look` when something changes in the folder of a file: a mounted ConfigMap changes by a link beside the file that
 * is put in the place of another, and the file itself never does. Besides, and where folders cannot be watched, it calls it
 * every `pollMs`. Keeps no process alive.
 */
export function watchFile(path: string, look: () => void, pollMs = defaultPollMs): { stop(): void } {
  let settling: NodeJS.Timeout | undefined;
  // A change is several events; the last one counts.
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(look, settleMs).unref();
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(path), { persistent: false }, soon);
    watcher.on('error', () => watcher?.close());
  } catch {
    // A file system that cannot tell, or no watches left: the clock does it.
  }
  const polling = setInterval(look, pollMs).unref();
  return {
    stop() {
      clearTimeout(settling);
      clearInterval(polling);
      watcher?.close();
    },
  };
}
