import type { Answer } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import type { Asker } from './deps.ts';

/** A request with its answer; no request when the words made none. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly asker: Asker;
  readonly request?: Request;
  readonly answer: Answer;
  readonly durationMs: number;
}

/** One call of Slack's Web API (`chat.postMessage`), of a `response_url`, or of the address for an upload. */
export interface SlackCall {
  readonly method: string;
  readonly outcome: 'ok' | 'rate_limited' | 'refused' | 'failed';
  readonly durationMs: number;
}

/** Whoever counts and audits. None of these may throw. */
export interface SlackObserver {
  /** Runs all the work of one request. */
  within<T>(requestId: string, work: () => Promise<T>): Promise<T>;
  answered(answered: AnsweredRequest): void;
  called(call: SlackCall): void;
  alert(outcome: 'answered' | 'passed-over' | 'failed'): void;
  /** Something that was not answered on purpose; `asker` when no request was made of it. */
  refused(reason: 'other-workspace' | 'too-many', asker?: Asker): void;
}

export const unobserved: SlackObserver = {
  within: (_, work) => work(),
  answered() {},
  called() {},
  alert() {},
  refused() {},
};
