import { validateBlocks, type Surface } from '../../render/slack/check-blocks.ts';
import { limits } from '../../render/slack/limits.ts';
import type { SlackMessage } from '../../render/slack/render-slack.ts';
import type { SlackLogger } from '../logger.ts';

/** What a call of Slack's Web API or a `response_url` gets of a message. */
export interface Outgoing {
  readonly text: string;
  readonly blocks?: never[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

interface Check {
  readonly logger: SlackLogger;
  readonly strict: boolean;
}

/**
 * The last look before a message leaves. A payload that Slack would refuse throws when `strict`; otherwise it is logged
 * and goes out as its text alone, which holds the conclusion. Text that is longer than Slack advises is cut.
 */
export function outgoing(message: SlackMessage, deps: Check): Outgoing {
  const text = fittingText(message.text);
  if (text !== message.text) complain([`text: ${message.text.length} characters, more than ${limits.messageText}`], deps);
  const bare = { text, unfurl_links: false, unfurl_media: false } as const;
  if (message.blocks.length === 0 || !acceptable(message.blocks, 'message', deps)) return bare;
  // Bolt's block types and ours describe the same JSON; ours are the narrower ones.
  return { ...bare, blocks: [...message.blocks] as never[] };
}

/** As much of an escaped text as a message takes. */
export function fittingText(text: string): string {
  // Half of an entity or of a surrogate pair would show as rubbish.
  const cut = () => text.slice(0, limits.messageText - 1).replace(/(?:&[a-z]{0,3}|[\uD800-\uDBFF])$/u, '');
  return text.length <= limits.messageText ? text : `${cut()}…`;
}

export function acceptable(blocks: SlackMessage['blocks'], surface: Surface, deps: Check): boolean {
  const faults = validateBlocks(blocks, surface);
  if (faults.length > 0)
    complain(
      faults.map((one) => `${one.path}: ${one.fault}`),
      deps,
    );
  return faults.length === 0;
}

function complain(faults: readonly string[], { logger, strict }: Check): void {
  if (strict) throw new TypeError(`Slack would refuse this message: ${faults.join('; ')}`);
  logger.error('message outside of the limits', { faults: faults.slice(0, 10) });
}
