import { webApi } from '@slack/bolt';
import type { SlackFile } from '../../render/slack/blocks.ts';
import type { SlackMessage } from '../../render/slack/render-slack.ts';
import type { SlackAppDeps } from '../deps.ts';
import { toBoltLogger } from '../bolt-logger.ts';
import { outgoing } from './outgoing.ts';
import { slackError, withRetry } from './retry.ts';

/** A picture for a thread or a direct message. */
export interface SlackImage {
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Where Slack takes it: the SDK names it otherwise than the API does (alt_txt), so that the comment holds the conclusion too. */
  readonly altText: string;
  /** Words above it, as Slack's mrkdwn; '' for none. */
  readonly comment: string;
}

/** The few calls of Slack's Web API that write. Each rejects with the error of Slack's client. */
export interface Poster {
  /** The `ts` of the new message. `channel` may be a user id: then it is a direct message. */
  post(channel: string, threadTs: string | undefined, message: SlackMessage): Promise<{ channel: string; ts: string }>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  ephemeral(channel: string, userId: string, message: SlackMessage): Promise<void>;
  upload(channel: string, threadTs: string | undefined, file: SlackFile): Promise<void>;
  uploadImage(channel: string, threadTs: string | undefined, image: SlackImage): Promise<void>;
  publishHome(userId: string, blocks: SlackMessage['blocks']): Promise<void>;
}

/** What Slack says when it does not take the blocks; the text alone still gets through. */
const blockErrors = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'only_one_table_allowed']);

/**
 * A client of its own for what must not happen twice: the client that Bolt gives to listeners tries everything again,
 * also a post whose reply was lost.
 */
export function createPoster(deps: SlackAppDeps): Poster {
  const client = new webApi.WebClient(deps.token, {
    timeout: 15_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: toBoltLogger(deps.logger),
    ...(deps.slackApiUrl === undefined ? {} : { slackApiUrl: deps.slackApiUrl }),
  });
  const check = { logger: deps.logger, strict: deps.strictPayloads === true };

  async function send<T>(message: SlackMessage, call: (payload: ReturnType<typeof outgoing>) => Promise<T>): Promise<T> {
    try {
      return await withRetry(() => call(outgoing(message, check)));
    } catch (error) {
      if (!blockErrors.has(slackError(error) ?? '')) throw error;
      deps.logger.error('Slack refused blocks', { error: slackError(error) });
      // The block that not every workspace may know is the first to go.
      const plainer = message.blocks.filter((block) => block.type !== 'context_actions');
      if (plainer.length < message.blocks.length) return send({ ...message, blocks: plainer }, call);
      return withRetry(() => call(outgoing({ text: message.text, blocks: [] }, check)));
    }
  }

  return {
    async post(channel, threadTs, message) {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not a window's
      const reply = await send(message, (payload) => client.chat.postMessage({ channel, ...thread, ...payload }));
      return { channel: reply.channel ?? channel, ts: reply.ts ?? '' };
    },
    async update(channel, ts, { text, blocks }) {
      await send({ text, blocks }, (payload) =>
        client.chat.update({ channel, ts, text: payload.text, blocks: payload.blocks ?? [] }),
      );
    },
    async ephemeral(channel, userId, message) {
      await send(message, (payload) => client.chat.postEphemeral({ channel, user: userId, ...payload }));
    },
    async upload(channel, threadTs, { name, content, snippetType }) {
      const file = { filename: name, title: name, content, snippet_type: snippetType };
      // A thread file and a channel file have different argument types.
      await withRetry(() =>
        threadTs === undefined
          ? client.filesUploadV2({ channel_id: channel, ...file })
          : client.filesUploadV2({ channel_id: channel, thread_ts: threadTs, ...file }),
      );
    },
    async uploadImage(channel, threadTs, { name, title, bytes, altText, comment }) {
      const file = { filename: name, title, file: Buffer.from(bytes), alt_text: altText };
      const words = comment === '' ? {} : { initial_comment: comment };
      await withRetry(() =>
        threadTs === undefined
          ? client.filesUploadV2({ channel_id: channel, ...words, ...file })
          : client.filesUploadV2({ channel_id: channel, thread_ts: threadTs, ...words, ...file }),
      );
    },
    async publishHome(userId, blocks) {
      await withRetry(() => client.views.publish({ user_id: userId, view: { type: 'home', blocks: [...blocks] as never[] } }));
    },
  };
}
