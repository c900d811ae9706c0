import { validateBlocks } from '../../../render/slack/check-blocks.ts';
import type { Block, Json } from '../model.ts';
import { faultWith, parsed, SlackFault, text } from './method.ts';

/** Characters of block JSON above which Slack answers `msg_blocks_too_long`; undocumented, seen at about this size. */
export const MESSAGE_BLOCKS_BUDGET = 13_200;
/** Source: docs.slack.dev/reference/methods/chat.postMessage#truncating */
export const MESSAGE_TEXT_LIMIT = 40_000;
/** Source: docs.slack.dev/reference/methods/views.open (250 kB) */
const VIEW_BYTES_LIMIT = 250_000;

export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Json | undefined;
  readonly warning: string | undefined;
}

/** What a message says, checked as Slack checks it. Throws no_text, invalid_blocks, msg_blocks_too_long … */
export function checkContent(args: Json): Content {
  const given = parsed(args, 'blocks', 'invalid_blocks_format');
  if (given !== undefined && JSON.stringify(given).length > MESSAGE_BLOCKS_BUDGET) throw new SlackFault('msg_blocks_too_long');
  const blocks = checkBlocks(given, 'message');
  const markdown = text(args, 'markdown_text');
  const words = text(args, 'text') ?? markdown;
  if (markdown !== undefined && (text(args, 'text') !== undefined || blocks.length > 0))
    throw new SlackFault('markdown_text_conflict');
  if (words === undefined && blocks.length === 0) throw new SlackFault('no_text');
  const metadata = parsed(args, 'metadata', 'invalid_metadata_format');
  return {
    text: (words ?? '').slice(0, MESSAGE_TEXT_LIMIT),
    blocks: markdown === undefined ? blocks : [{ type: 'markdown', text: markdown }],
    metadata: metadata === undefined ? undefined : (metadata as Json),
    warning: (words ?? '').length > MESSAGE_TEXT_LIMIT ? 'message_truncated' : undefined,
  };
}

export function checkBlocks(blocks: unknown, surface: 'message' | 'modal' | 'home'): readonly Block[] {
  if (blocks === undefined) return [];
  if (!Array.isArray(blocks)) throw new SlackFault('invalid_blocks_format');
  const faults = validateBlocks(blocks, surface);
  if (faults.length > 0)
    throw faultWith(
      'invalid_blocks',
      faults.map((fault) => `[ERROR] ${fault.fault} [json-pointer:${fault.path}]`),
    );
  return blocks as Block[];
}

/** The body of a modal or Home tab. Lengths: docs.slack.dev/reference/views */
export function checkView(view: unknown, type: 'modal' | 'home'): Json & { readonly blocks: readonly Block[] } {
  if (typeof view !== 'object' || view === null) throw new SlackFault('invalid_arguments');
  const body = view as Json;
  const faults: string[] = [];
  const limit = (what: string, value: unknown, most: number) => {
    if (typeof value === 'string' && value.length > most)
      faults.push(`[ERROR] ${what} must be less than ${most + 1} characters`);
  };
  if (body['type'] !== type) faults.push(`[ERROR] view type must be ${type}`);
  limit('private_metadata', body['private_metadata'], 3000);
  limit('callback_id', body['callback_id'], 255);
  limit('external_id', body['external_id'], 255);
  if (type === 'modal') {
    if (plainText(body['title']) === undefined) faults.push('[ERROR] missing required field: title');
    for (const key of ['title', 'submit', 'close']) limit(key, plainText(body[key]), 24);
  }
  const blocks = checkBlocks(body['blocks'] ?? [], type);
  if (type === 'modal' && blocks.some((block) => block.type === 'input') && body['submit'] === undefined) {
    faults.push('[ERROR] missing required field: submit (the view has an input block)');
  }
  if (faults.length > 0) throw faultWith('invalid_arguments', faults);
  if (Buffer.byteLength(JSON.stringify(body)) > VIEW_BYTES_LIMIT) throw new SlackFault('view_too_large');
  return { ...body, blocks };
}

function plainText(value: unknown): string | undefined {
  const object = value as { readonly type?: unknown; readonly text?: unknown } | undefined;
  return object?.type === 'plain_text' && typeof object.text === 'string' ? object.text : undefined;
}
