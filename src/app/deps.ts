import type { Reader } from '../core/model/reader.ts';
import type { Clusters } from './clusters.ts';

/** What the uses stand on. Real ones are made in `src/bin` only. */
export interface AssistantDeps {
  readonly clusters: Clusters;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** YAML or JSON into a Reader, as a dump is read: for `review` and for manifests that are proven. Throws a bad-request Problem. */
  readonly readText: (name: string, text: string) => Reader;
  /** Ids of checks that are silenced everywhere; what they find is counted and told. */
  readonly ignored?: ReadonlySet<string>;
  /** Let the API server look at manifests with dryRun=All. Off unless somebody chose it: it needs the verb create. */
  readonly dryRun?: boolean;
  /** Told of what was not expected; never of message contents. */
  readonly onError?: (requestId: string, error: unknown) => void;
}
