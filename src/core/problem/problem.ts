export type ProblemCode =
  | 'bad-request'
  | 'service-not-found'
  | 'cluster-forbidden'
  /** The rules of k8s-svc do not open it to this person here. */
  | 'not-allowed'
  | 'cluster-unreachable'
  | 'timeout'
  | 'internal';

/**
 * An expected failure: a sentence for the person and the steps they can take. It never holds a token, Secret data or a
 * raw response. `cause` is for the log of a developer, not for an answer.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly say: string;
  readonly next: readonly string[];

  constructor(code: ProblemCode, say: string, next: readonly string[] = [], cause?: unknown) {
    super(say, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    this.say = say;
    this.next = next;
  }
}

/** Nothing answered, or not in time, so that a next request will hardly do better: what a circuit breaker counts. */
export class SilentCluster extends Problem {}

export function badRequest(say: string, ...next: string[]): Problem {
  return new Problem('bad-request', say, next);
}
