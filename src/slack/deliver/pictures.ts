import type { Answer } from '../../core/answer/answer.ts';
import type { TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { Problem } from '../../core/problem/problem.ts';
import { pictureAltText, pictureSummary } from '../../render/picture/alt-text.ts';
import { renderSvg } from '../../render/picture/render-svg.ts';
import { escapeMrkdwn } from '../../render/slack/mrkdwn.ts';
import { formatTime, readTime } from '../../render/text/read-time.ts';
import type { SlackAppDeps } from '../deps.ts';
import { bringFile, whyNoFile, type FileTarget } from './bring-file.ts';
import type { Poster, SlackImage } from './poster.ts';
import { slackError } from './retry.ts';

/** Slack takes no more for an image (`alt_txt_too_large`); as a message it would be too long as well. */
const mostAltText = 1_000;
const mostComment = 1_500;

export interface Pictures {
  /**
   * Brings the picture to a thread, or to the person alone: without a thread, and where the bot may not post. Resolves with
   * where it is now. Rejects with a Problem when Slack takes it nowhere.
   */
  send(to: FileTarget, picture: TrafficPicture, read: Answer['read']): Promise<'thread' | 'direct-message'>;
}

export function createPictures(deps: Pick<SlackAppDeps, 'drawPng' | 'logger'>, poster: Poster): Pictures {
  return {
    async send(to, picture, read) {
      const image = await imageOf(picture, read, deps);
      try {
        return await bringFile(poster, to, image.comment, (channel, threadTs) =>
          // Alone, its words stand above it already.
          poster.uploadImage(channel, threadTs, threadTs === undefined ? { ...image, comment: '' } : image),
        );
      } catch (error) {
        deps.logger.warn('picture not sent', { error: slackError(error) ?? 'no answer' });
        throw new Problem('bad-request', `The picture could not be attached: ${whyNoFile(error)}.`, [
          'In the terminal: k8s-svc explain SERVICE --picture web.png',
        ]);
      }
    },
  };
}

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
