import { readMessage } from './message-content.ts';

const longest = 8_000;

/** All words of a message: its text, its attachments (alerts keep theirs there), and what only its blocks say. */
export function messageText(message: unknown, botUserId?: string): string {
  const { text, attachments, blocks } = readMessage(message, botUserId);
  const attached = attachments.flatMap(({ pretext, title, text, fallback, fields, blocks }) => {
    const inBlocks = [...blocks.headers, ...blocks.texts];
    const said = text !== '' || inBlocks.length > 0 ? [text, ...inBlocks] : [fallback];
    return [pretext, title, ...said, ...fields.map(({ name, value }) => `${name}: ${value}`)];
  });
  const lines = [text, ...attached].filter((line) => line.trim() !== '');
  // What a person types is in the text and in the blocks; the text of a bot is often a summary of its blocks.
  const known = squeeze(lines.join(' '));
  const more = [...blocks.headers, ...blocks.texts].filter((line) => !known.includes(squeeze(line)));
  return [...lines, ...more].join('\n').slice(0, longest).toWellFormed().trim();
}

function squeeze(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
