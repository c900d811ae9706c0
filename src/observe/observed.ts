import type { Answer } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';

/** A request with its answer, as a front end tells of it. */
export interface ObservedRequest {
  readonly requestId: string;
  readonly asker: {
    readonly userId: string;
    readonly teamId: string;
    readonly channelId: string;
    /** How it was asked: slash, mention, thread, dm, button, shortcut, form, home, alert, watch. */
    readonly via?: string;
  };
  /** Absent when the words made none. */
  readonly request?: Request;
  readonly answer: Answer;
  readonly durationMs: number;
}

/** One call of Slack's Web API, or of a response_url. */
export interface ObservedSlackCall {
  readonly method: string;
  readonly outcome: 'ok' | 'rate_limited' | 'refused' | 'failed';
  readonly durationMs: number;
}

/** One request to an API server. */
export interface ObservedApiCall {
  readonly method: string;
  /** Path without its query. */
  readonly path: string;
  /** 0 when there was no answer. */
  readonly status: number;
  /** Of the body, in characters: what is read is JSON, nearly all of it ASCII. */
  readonly bytes: number;
  readonly durationMs: number;
}
