import type { Answer } from '../../core/answer/answer.ts';
import type { TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { Problem } from '../../core/problem/problem.ts';
import { pictureAltText, pictureSummary } from '../../render/picture/alt-text.ts';
import { renderSvg } from '../../render/picture/render-svg.ts';
import { escapeMrkdwn } from '../../render/slack/mrkdwn.ts';
import { formatTime, readTime } from '../../render/text/read-time.ts';
import type { SlackAppDeps } from '../deps.ts';
import type { Poster, SlackImage } from './poster.ts';
import { slackError } from './retry.ts';

/** Slack takes no more for an image (`alt_txt_too_large`); as a message it would be too long as well. */
const mostAltText = 1_000;
const mostComment = 1_500;

export interface PictureTarget {
  readonly userId: string;
  readonly thread?: { readonly channel: string; readonly threadTs: string };
}

export interface Pictures {
  /**
   * Brings the picture to a thread, or to the person alone: without a thread, and where the bot may not post. Resolves with
   * where it is now. Rejects with a Problem when Slack takes it nowhere.
   */
  send(to: PictureTarget, picture: TrafficPicture, read: Answer['read']): Promise<'thread' | 'direct-message'>;
}

/** A file cannot be shown to one person in a channel: what is private goes to the direct messages with that person. */
export function createPictures(deps: Pick<SlackAppDeps, 'drawPng' | 'logger'>, poster: Poster): Pictures {
  async function alone(userId: string, image: SlackImage): Promise<'direct-message'> {
    // The message opens the conversation, and its words stand above the picture: a file needs the id of a conversation.
    const { channel } = await poster.post(userId, undefined, { text: image.comment, blocks: [] });
    await poster.uploadImage(channel, undefined, { ...image, comment: '' });
    return 'direct-message';
  }

  return {
    async send({ userId, thread }, picture, read) {
      const image = await imageOf(picture, read, deps);
      try {
        if (thread === undefined) return await alone(userId, image);
        try {
          await poster.uploadImage(thread.channel, thread.threadTs, image);
          return 'thread';
        } catch (error) {
          if (!mayNotPost.has(slackError(error) ?? '')) throw error;
          return await alone(userId, image);
        }
      } catch (error) {
        deps.logger.warn('picture not sent', { error: slackError(error) ?? 'no answer' });
        const reason = slackError(error) === 'missing_scope' ? 'the app lacks the scope files:write' : 'Slack did not take it';
        throw new Problem('bad-request', `The picture could not be attached: ${reason}.`, [
          'In the terminal: k8s-svc explain SERVICE --picture web.png',
        ]);
      }
    },
  };
}

const mayNotPost = new Set(['not_in_channel', 'channel_not_found', 'restricted_action', 'is_archived']);

async function imageOf(
  picture: TrafficPicture,
  read: Answer['read'],
  { drawPng, logger }: Pick<SlackAppDeps, 'drawPng' | 'logger'>,
): Promise<SlackImage> {
  const at = readTime(read);
  const drawn = await drawPng?.(renderSvg(picture, 'light')).catch((error: unknown) => {
    logger.warn('no PNG, sending an SVG', { error: error instanceof Problem ? error.say : 'drawing failed' });
    return undefined;
  });
  return {
    name: drawn === undefined ? 'traffic.svg' : 'traffic.png',
    title: `${picture.title}${at === undefined ? '' : `, ${formatTime(at)}`}`,
    bytes: drawn ?? new TextEncoder().encode(renderSvg(picture)),
    altText: pictureAltText(picture).slice(0, mostAltText).toWellFormed(),
    comment: escapeMrkdwn(pictureSummary(picture), mostComment),
  };
}
