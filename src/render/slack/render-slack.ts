import type { Answer } from '../../core/answer/answer.ts';
import { flatten, text } from '../../core/answer/text.ts';
import type { Rendered, SlackBlock, SlackFile } from './blocks.ts';
import { blocksToText } from './blocks-to-text.ts';
import { renderButtons } from './buttons.ts';
import type { Surface } from './check-blocks.ts';
import { cut, oneLine } from './clean.ts';
import { pack } from './pack.ts';
import { noteOf } from './parts/note.ts';
import { renderPart } from './render-part.ts';
import { fitting, leaves, richTextBlocks, section } from './rich-text.ts';
import { sign, statusOf } from './signs.ts';
import { renderSkipped } from './skipped.ts';
import { summary } from './summary.ts';
import { formatTime, readTime } from '../text/read-time.ts';

export interface SlackRenderOptions {
  readonly surface?: Surface;
  /** Whether files can go with the answer: not to a private answer or a view. True by default. */
  readonly withFiles?: boolean;
  /** The request in words, for a "Share here" button on a private answer. */
  readonly share?: string;
  /** Requests in words behind "Change it" (a form) and "As file": an answer with a manifest has them. */
  readonly change?: string;
  readonly file?: string;
  /** What the conversation is about by now: a button carries it, so that the thread alone tells it again. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** Further blocks after the buttons, which are never pushed away by a long body. */
  readonly tail?: readonly SlackBlock[];
  /** Who shared the answer and what was asked, as its first line. */
  readonly sharedBy?: { readonly userId: string; readonly words: string };
}

/** One message: `text` for notifications and screen readers, `blocks` for the eye. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export interface SlackRendering extends SlackMessage {
  /** Further messages for the thread, in order. */
  readonly overflow?: readonly SlackMessage[];
  readonly files?: readonly SlackFile[];
}

/** An answer as Slack shows it, within all of its limits. Pure; throws nothing. */
export function renderSlack(answer: Answer, options: SlackRenderOptions = {}): SlackRendering {
  const surface = options.surface ?? 'message';
  const withFiles = (options.withFiles ?? true) && surface === 'message';
  const parts = renderParts(answer, withFiles);
  const body = [...parts.flatMap((part) => part.blocks), ...renderSkipped(answer.skipped ?? [])];
  const tail = [...renderButtons(answer, options, options.state), ...(options.tail ?? []), ...footer(answer.read)];
  const packed = pack([...shared(options.sharedBy), ...headline(answer)], body, tail, surface);
  const files = parts.flatMap((part) => part.files ?? []);
  const further = [...packed.further];
  if (packed.left.length > 0 && withFiles) {
    const file: SlackFile = { name: 'k8s-svc-answer.txt', content: `${blocksToText(body)}\n`, snippetType: 'text' };
    files.push(file);
    further.push([...noteOf(`The answer is too long for messages: the whole is in the file ${file.name}.`).blocks]);
  } else if (packed.left.length > 0 && further.length > 0) {
    further.push([...noteOf('The rest is left out: narrow the question, or share the answer to get a file.').blocks]);
  }
  const overflow = further.map((blocks, index) => ({ text: `Continued (${index + 2} of ${further.length + 1})`, blocks }));
  return {
    text: summary(answer),
    blocks: packed.first,
    ...(overflow.length === 0 ? {} : { overflow }),
    ...(files.length === 0 ? {} : { files: files.slice(0, 10) }),
  };
}

function renderParts(answer: Answer, withFiles: boolean): readonly Rendered[] {
  const firstTable = answer.parts.findIndex((part) => part.kind === 'table' && part.columns.length > 0);
  const spoken = flatten(answer.headline);
  return answer.parts.map((part, index) => renderPart(part, { withFiles, headline: spoken, asBlock: index === firstTable }));
}

function headline(answer: Answer): readonly SlackBlock[] {
  const words = fitting(leaves(answer.headline, { bold: true }), 1_800);
  return richTextBlocks([section([...sign(statusOf(answer)), ...words])]);
}

function shared(by: SlackRenderOptions['sharedBy']): readonly SlackBlock[] {
  if (by === undefined) return [];
  const words = leaves(text` shared: ${{ is: 'code', value: cut(oneLine(by.words), 300) }}`);
  return richTextBlocks([section([{ type: 'user', user_id: by.userId }, ...words])]);
}

/** What was read and when, so that nobody takes an old answer for the state of now. */
function footer(read: Answer['read']): readonly SlackBlock[] {
  if (read === undefined) return [];
  const at = readTime(read);
  const time = at === undefined ? '' : ` at ${formatTime(at)}`;
  return noteOf(`Read from ${cut(oneLine(read.cluster), 200)}${time}`).blocks;
}
