import type { RespondArguments } from '@slack/bolt';
import type { Answer } from '../../core/answer/answer.ts';
import type { SlackBlock } from '../../render/slack/blocks.ts';
import { note } from '../../core/answer/build.ts';
import { plain } from '../../core/answer/text.ts';
import { renderSlack, type SlackMessage, type SlackRendering } from '../../render/slack/render-slack.ts';
import type { SlackAppDeps } from '../deps.ts';
import type { ManifestButtons } from '../manifest-form/changeable.ts';
import { whyNoFile } from './bring-file.ts';
import { outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import type { Poster } from './poster.ts';
import { neverConnected, slackError, Unconfirmed } from './retry.ts';

interface DeliverOptions extends ManifestButtons {
  /** The request in words: a private answer gets a "Share here" button. */
  readonly share?: string;
  /** What the conversation is about by now, for a button to carry. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** Further blocks after the buttons. */
  readonly tail?: readonly SlackBlock[];
  readonly sharedBy?: { readonly userId: string; readonly words: string };
  /** Only this place will do: rejects where the answer would otherwise go to the person alone. */
  readonly only?: true;
}

/** Where the answer stands now; undefined when only the person sees it. */
export interface Delivered {
  readonly channel: string;
  readonly threadTs: string;
  /** Of the first message. */
  readonly ts: string;
}

export interface Delivery {
  /**
   * Brings an answer to its place, further messages and files after it. When the place cannot be reached the answer goes
   * to the person by the next way that works; rejects only when there is none.
   */
  deliver(place: Place, answer: Answer, options?: DeliverOptions): Promise<Delivered | undefined>;
}

/** In place of an answer that may stand: nothing is said twice, and nobody is left without a word. */
const unconfirmed: SlackMessage = {
  text: 'Slack did not confirm my answer. If you do not see it above, please ask again.',
  blocks: [],
};

const notMember = new Set(['not_in_channel', 'channel_not_found']);

/** Why an answer to a channel comes as a direct message. */
function whyHere(error: unknown): string {
  const code = slackError(error);
  if (code === undefined) return 'You get this here because Slack did not confirm that it stands in the channel.';
  return notMember.has(code)
    ? 'You get this here because I am not in that channel: /invite @k8s-svc brings me there.'
    : `You get this here because Slack did not let me post it there (${code}).`;
}

/** Whether what `respond` threw leaves open that the message stands: a refusal and a failed connection do not. */
function mayStand(error: unknown): boolean {
  const refused = typeof (error as { statusCode?: unknown } | null)?.statusCode === 'number';
  return !refused && !neverConnected(error) && !(error instanceof TypeError && error.message.startsWith('Slack would refuse'));
}

export function createDelivery(deps: SlackAppDeps, poster: Poster): Delivery {
  const check = { logger: deps.logger, strict: deps.strictPayloads === true };

  async function postAll(channel: string, threadTs: string | undefined, rendering: SlackRendering): Promise<Delivered> {
    const first = await poster.post(channel, threadTs, rendering);
    const thread = threadTs ?? first.ts;
    await afterwards(first.channel, thread, rendering);
    return { channel: first.channel, threadTs: thread, ts: first.ts };
  }

  /** Further messages and files. The conclusion already stands, so a failure here is said instead of thrown. */
  async function afterwards(channel: string, threadTs: string, { overflow = [], files = [] }: SlackRendering): Promise<void> {
    try {
      for (const message of overflow) await poster.post(channel, threadTs, message);
    } catch (error) {
      deps.logger.warn('further messages failed', { error: slackError(error) ?? 'no answer' });
    }
    for (const file of files) {
      try {
        await poster.upload(channel, threadTs, file);
      } catch (error) {
        deps.logger.warn('file upload failed', { error: slackError(error) ?? 'no answer' });
        const text = `The file ${file.name} could not be attached: ${whyNoFile(error)}. The same request in the terminal prints all of it.`;
        await poster.post(channel, threadTs, { text, blocks: [] }).catch(() => undefined);
      }
    }
  }

  async function privately(place: Extract<Place, { kind: 'private' }>, messages: readonly SlackMessage[]): Promise<void> {
    for (const [index, message] of messages.entries()) {
      const payload: RespondArguments = {
        ...outgoing(message, check),
        response_type: 'ephemeral',
        replace_original: place.replace && index === 0,
      };
      try {
        await place.respond(payload);
      } catch (error) {
        // The response_url is used up, too old, or down: the same for the person by another way.
        await otherwise(place, mayStand(error) ? unconfirmed : message);
      }
    }
  }

  async function otherwise({ channel, userId }: Extract<Place, { kind: 'private' }>, message: SlackMessage): Promise<void> {
    try {
      await poster.ephemeral(channel, userId, message);
    } catch (error) {
      await poster.post(userId, undefined, error instanceof Unconfirmed ? unconfirmed : message);
    }
  }

  return {
    async deliver(place, answer, options = {}) {
      if (place.kind === 'private') {
        const rendering = renderSlack(answer, { withFiles: false, ...options });
        await privately(place, [rendering, ...(rendering.overflow ?? [])]);
        return undefined;
      }
      const rendering = renderSlack(answer, options);
      if (place.kind === 'update') {
        try {
          await poster.update(place.channel, place.ts, rendering);
        } catch (error) {
          deps.logger.warn('update failed', { error: slackError(error) ?? 'no answer' });
          return postAll(place.channel, place.threadTs, rendering);
        }
        await afterwards(place.channel, place.threadTs, rendering);
        return { channel: place.channel, threadTs: place.threadTs, ts: place.ts };
      }
      try {
        return await postAll(place.channel, place.threadTs, rendering);
      } catch (error) {
        if (options.only === true) throw error;
        deps.logger.warn('post failed, answering in a direct message', { error: slackError(error) ?? 'no answer' });
        if (place.channel === place.userId || place.channel.startsWith('D')) {
          if (!(error instanceof Unconfirmed)) throw error;
          await poster.post(place.userId, undefined, unconfirmed);
          return undefined;
        }
        const here = { ...answer, parts: [...answer.parts, note(plain(whyHere(error)))] };
        return postAll(place.userId, undefined, renderSlack(here, options));
      }
    },
  };
}
