import type { Impersonated } from '../access/impersonated.ts';
import type { DryRun } from '../manifest/dry-run.ts';
import type { ReadShapes } from '../manifest/shape/shapes.ts';
import type { Service } from './kinds/service.ts';
import type { Observed } from './observed.ts';
import type { ResourceName } from './resources.ts';
import type { Scope, Snapshot } from './snapshot.ts';

/**
 * Where facts come from: a cluster or files. Every read carries an AbortSignal with the deadline of the request.
 * A refused or missing list is an unread part of the snapshot; only when nothing at all can be read (no connection,
 * no valid credentials, a file that is not YAML) a `Problem` is thrown.
 */
export interface Reader {
  readonly cluster: string;
  /** The namespace of the kubeconfig context, when it names one. */
  readonly defaultNamespace: string | undefined;
  read(scope: Scope, wanted: readonly ResourceName[], signal: AbortSignal): Promise<Snapshot>;
  /** Services of this name in all namespaces. */
  findServices(name: string, signal: AbortSignal): Promise<Observed<readonly Service[]>>;
  /** The same for somebody else, whose rights count then; nothing that was read is shared. Absent where nobody decides that. */
  readonly as?: (who: Impersonated) => Reader;
  /** Absent where there is no API server. */
  readonly dryRun?: DryRun;
  /** The fields of its kinds by its own OpenAPI; absent where there is no API server. */
  readonly shapes?: ReadShapes;
}
