import type { RespondFn } from '@slack/bolt';

/** Where an answer goes. `userId` is who asked: the last resort is a direct message to that person. */
export type Place =
  /** Only the person sees it, through the `response_url` of a command or button. */
  | {
      readonly kind: 'private';
      readonly respond: RespondFn;
      readonly channel: string;
      readonly userId: string;
      /** Replaces the private message whose button was pressed. */
      readonly replace: boolean;
    }
  /** A message in a channel or direct message: in the thread `threadTs`, or on its own. */
  | { readonly kind: 'post'; readonly channel: string; readonly threadTs?: string; readonly userId: string }
  /** Takes the place of a message of ours; what does not fit goes into its thread. */
  | {
      readonly kind: 'update';
      readonly channel: string;
      readonly ts: string;
      readonly threadTs: string;
      readonly userId: string;
    };
