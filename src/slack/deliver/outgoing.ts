import { validateBlocks, type Surface } from '../../render/slack/check-blocks.ts';
import type { SlackMessage } from '../../render/slack/render-slack.ts';
import type { SlackLogger } from '../logger.ts';

/** What a call of Slack's Web API or a `response_url` gets of a message. */
export interface Outgoing {
  readonly text: string;
  readonly blocks?: never[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * The last look before a message leaves. A payload that Slack would refuse throws when `strict`; otherwise it is logged
 * and goes out as its text alone, which holds the conclusion.
 */
export function outgoing(message: SlackMessage, deps: { readonly logger: SlackLogger; readonly strict: boolean }): Outgoing {
  const bare = { text: message.text, unfurl_links: false, unfurl_media: false } as const;
  if (message.blocks.length === 0 || !acceptable(message.blocks, 'message', deps)) return bare;
  // Bolt's block types and ours describe the same JSON; ours are the narrower ones.
  return { ...bare, blocks: [...message.blocks] as never[] };
}

export function acceptable(
  blocks: SlackMessage['blocks'],
  surface: Surface,
  deps: { readonly logger: SlackLogger; readonly strict: boolean },
): boolean {
  const faults = validateBlocks(blocks, surface);
  if (faults.length === 0) return true;
  const words = faults.map((one) => `${one.path}: ${one.fault}`);
  if (deps.strict) throw new TypeError(`Slack would refuse these blocks: ${words.join('; ')}`);
  deps.logger.error('blocks outside of the limits', { faults: words.slice(0, 10) });
  return false;
}
