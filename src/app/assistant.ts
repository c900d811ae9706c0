import type { Answer } from '../core/answer/answer.ts';
import type { KnownNames } from '../core/ask/follow-up/follow-up.ts';
import type { Request } from '../core/ask/request.ts';
import type { ClusterNames } from './clusters.ts';
import type { Access } from './access/access.ts';

/** What travels with one request: the deadline (set once, at the edge) and the id under which the log has it. */
export interface RequestContext {
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** Called with a short sentence while long work goes on; front ends show it as they can. */
  readonly progress?: (say: string) => void;
  /** What whoever asks may read; everything that the account of k8s-svc may when absent. */
  readonly access?: Access;
}

/** Everything k8s-svc can do, for any front end. It never throws: a failure is an answer too. */
export interface Assistant {
  answer(request: Request, context: RequestContext): Promise<Answer>;
  /**
   * The names that exist, for understanding a message in a conversation; undefined when they cannot be read in time.
   * Never rejects. Absent where names are told by the words around them alone.
   */
  names?(cluster: string | undefined, context: RequestContext): Promise<KnownNames | undefined>;
  /** The clusters that can be named with --cluster; absent where there is no choice to show. */
  readonly clusters?: ClusterNames;
}
