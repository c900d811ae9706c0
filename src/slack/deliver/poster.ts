import { webApi } from '@slack/bolt';
import type { SlackFile } from '../../render/slack/blocks.ts';
import type { SlackMessage } from '../../render/slack/render-slack.ts';
import type { SlackAppDeps } from '../deps.ts';
import { currentWork } from '../shared/current-work.ts';
import { toBoltLogger } from '../bolt-logger.ts';
import { findPosted, type Sought } from './find-posted.ts';
import { createLanes } from './lanes.ts';
import { observedFetch } from '../observed-fetch.ts';
import { unobserved } from '../observer.ts';
import { fittingText, outgoing } from './outgoing.ts';
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

/**
 * The few calls of Slack's Web API that write. Each rejects with the error of Slack's client, or with Unconfirmed when Slack
 * may have carried it out. What goes to one channel goes in its order and at Slack's pace.
 */
export interface Poster {
  /** The `ts` of the new message. `channel` may be a user id: then it is a direct message. */
  post(channel: string, threadTs: string | undefined, message: SlackMessage): Promise<{ channel: string; ts: string }>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  ephemeral(channel: string, userId: string, message: SlackMessage, threadTs?: string): Promise<void>;
  upload(channel: string, threadTs: string | undefined, file: SlackFile): Promise<void>;
  uploadImage(channel: string, threadTs: string | undefined, image: SlackImage): Promise<void>;
  publishHome(userId: string, blocks: SlackMessage['blocks']): Promise<void>;
}

/** What Slack says when it does not take the blocks; the text alone still gets through. */
const blockErrors = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'only_one_table_allowed']);

/** Clocks differ. */
const skewSeconds = 120;
const mostKnown = 200;

/**
 * A client of its own for what must not happen twice: the client that Bolt gives to listeners tries everything again,
 * also a post whose reply was lost.
 */
export function createPoster(deps: SlackAppDeps): Poster {
  const client = new webApi.WebClient(deps.token, {
    timeout: deps.slackTimeoutMs ?? 15_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: toBoltLogger(deps.logger),
    fetch: observedFetch((call) => (deps.observer ?? unobserved).called(call)),
    ...(deps.slackApiUrl === undefined ? {} : { slackApiUrl: deps.slackApiUrl }),
  });
  const check = { logger: deps.logger, strict: deps.strictPayloads === true };
  // Files are messages too; edits and private messages have limits of their own.
  const lanes = createLanes(deps.postGapMs ?? 1_000);
  const { shared } = deps;
  const posting: typeof lanes =
    shared === undefined ? lanes : (channel, call) => lanes(channel, () => shared.pace(channel).then(call));
  const editing = createLanes(0);
  const known = new Set<string>();

  const remember = (channel: string, ts: string) => {
    known.add(`${channel}:${ts}`);
    for (const oldest of known) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
  };
  /** Whether a post that Slack did not confirm stands after all. */
  const lookFor = (
    sought: Pick<Sought, 'channel' | 'threadTs' | 'text' | 'fileTitle'>,
    since = deps.now() / 1_000 - skewSeconds,
  ) => {
    const others = [...known].filter((key) => key.startsWith(`${sought.channel}:`)).map((key) => key.split(':')[1] ?? '');
    return findPosted(client, { ...sought, since, known: new Set(others) });
  };

  async function send<T>(
    message: SlackMessage,
    call: (payload: ReturnType<typeof outgoing>) => Promise<T>,
    again: Parameters<typeof withRetry<T>>[1] = {},
  ): Promise<T> {
    try {
      return await withRetry(() => call(outgoing(message, check)), again);
    } catch (error) {
      if (!blockErrors.has(slackError(error) ?? '')) throw error;
      deps.logger.error('Slack refused blocks', { error: slackError(error) });
      // The block that not every workspace may know is the first to go.
      const plainer = message.blocks.filter((block) => block.type !== 'context_actions');
      if (plainer.length < message.blocks.length) return send({ ...message, blocks: plainer }, call, again);
      return withRetry(() => call(outgoing({ text: message.text, blocks: [] }, check)), again);
    }
  }

  /** A file that was taken although Slack did not say so is not sent again. */
  async function uploadOnce(
    channel: string,
    threadTs: string | undefined,
    fileTitle: string,
    call: () => Promise<unknown>,
  ): Promise<void> {
    const find = async () => ((await lookFor({ channel, threadTs, fileTitle })) === undefined ? undefined : true);
    await posting(channel, () => withRetry(() => call().then(() => true), { find }));
  }

  return {
    post: (channel, threadTs, message) =>
      posting(channel, async () => {
        const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
        const find = async (since?: number) => {
          const ts = await lookFor({ channel, threadTs, text: fittingText(message.text) }, since);
          return ts === undefined ? undefined : { ok: true, channel, ts };
        };
        const work = currentWork();
        // The replica that died may have got so far. An answer from before the question is another one, though it says the same.
        const before = work?.again === true ? await find(work.saidAt).catch(() => undefined) : undefined;
        if (before !== undefined) return { channel: before.channel, ts: before.ts };
        const reply = await send<{ readonly channel?: string; readonly ts?: string }>(
          message,
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's method, not a window's
          (payload) => client.chat.postMessage({ channel, ...thread, ...payload }),
          { find: () => find() },
        );
        const posted = { channel: reply.channel ?? channel, ts: reply.ts ?? '' };
        remember(posted.channel, posted.ts);
        return posted;
      }),
    update: (channel, ts, { text, blocks }) =>
      editing(channel, async () => {
        await send(
          { text, blocks },
          (payload) => client.chat.update({ channel, ts, text: payload.text, blocks: payload.blocks ?? [] }),
          { repeatable: true },
        );
      }),
    async ephemeral(channel, userId, message, threadTs) {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await send(message, (payload) => client.chat.postEphemeral({ channel, user: userId, ...thread, ...payload }));
    },
    async upload(channel, threadTs, { name, content, snippetType }) {
      const file = { filename: name, title: name, content, snippet_type: snippetType };
      // A thread file and a channel file have different argument types.
      await uploadOnce(channel, threadTs, name, () =>
        threadTs === undefined
          ? client.filesUploadV2({ channel_id: channel, ...file })
          : client.filesUploadV2({ channel_id: channel, thread_ts: threadTs, ...file }),
      );
    },
    async uploadImage(channel, threadTs, { name, title, bytes, altText, comment }) {
      const file = { filename: name, title, file: Buffer.from(bytes), alt_text: altText };
      const words = comment === '' ? {} : { initial_comment: comment };
      await uploadOnce(channel, threadTs, title, () =>
        threadTs === undefined
          ? client.filesUploadV2({ channel_id: channel, ...words, ...file })
          : client.filesUploadV2({ channel_id: channel, thread_ts: threadTs, ...words, ...file }),
      );
    },
    async publishHome(userId, blocks) {
      await withRetry(() => client.views.publish({ user_id: userId, view: { type: 'home', blocks: [...blocks] as never[] } }), {
        repeatable: true,
      });
    },
  };
}
