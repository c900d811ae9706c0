import type { Assistant } from '../app/assistant.ts';
import type { Clusters } from '../app/clusters.ts';
import { createAssistant } from '../app/create-assistant.ts';
import type { AssistantDeps } from '../app/deps.ts';
import { createFileReader } from '../read/files/file-reader.ts';

/** The assistant with everything real behind it. */
export function makeAssistant(clusters: Clusters, more: Pick<AssistantDeps, 'onError' | 'ignored' | 'dryRun'> = {}): Assistant {
  return createAssistant({
    clusters,
    now: () => Date.now(),
    readText: (name, text) => createFileReader({ files: [{ name, text }], cluster: name, anything: true }),
    ...more,
  });
}
