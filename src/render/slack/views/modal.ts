import { plain, type Text } from '../../../core/answer/text.ts';
import type { SlackBlock } from '../blocks.ts';
import { leaves, richTextBlocks, section } from '../rich-text.ts';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: boolean;
}

/** A modal as `views.open` takes it. Source: docs.slack.dev/reference/views/modal-views */
export interface SlackModal {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata?: string;
  readonly title: PlainText;
  readonly submit?: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly SlackBlock[];
}

/** A modal that only says something. */
export function sayingModal(title: string, said: Text | string): SlackModal {
  const words = typeof said === 'string' ? plain(said) : said;
  return {
    type: 'modal',
    callback_id: 'said',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: richTextBlocks([section(leaves(words))]),
  };
}
