import type { Answer } from '../../core/answer/answer.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { Delivery } from '../deliver/deliver.ts';
import type { Poster } from '../deliver/poster.ts';
import { slackError } from '../deliver/retry.ts';
import type { Store } from '../store.ts';
import type { Threads } from '../thread/threads.ts';
import type { AlertStates } from './alert-state.ts';
import type { Look } from './look.ts';

/** What answering an alert needs. */
export interface Desk {
  readonly look: Look;
  readonly states: AlertStates;
  readonly store: Store;
  readonly delivery: Delivery;
  readonly threads: Threads;
  readonly now: () => number;
  readonly windowMs: number;
  /** Takes the place of our message; false when that is not there any more. */
  readonly edit: (channel: string, ts: string, answer: Answer) => Promise<boolean>;
}

/** What does not fit into the one message is left out: it would be posted again with every edit. */
export function createEdit(poster: Poster): Desk['edit'] {
  return async (channel, ts, answer) => {
    try {
      await poster.update(channel, ts, renderSlack(answer, { withFiles: false }));
      return true;
    } catch (error) {
      if (slackError(error) === 'message_not_found') return false;
      throw error;
    }
  };
}
