import type { Kubeconfigs } from '../control-plane/kubeconfigs.ts';
import type { Tokens } from '../control-plane/tokens.ts';

/** What the global setup hands to the test files. */
export interface SharedCluster {
  readonly programs: string;
  /** The path of helm. */
  readonly helm: string;
  readonly kubeconfigs: Kubeconfigs;
  readonly tokens: Tokens;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly cluster: SharedCluster;
  }
}
