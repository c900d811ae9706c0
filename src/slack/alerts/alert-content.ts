import type { AlertContent } from '../../core/alert/alert.ts';
import type { MessageContent } from '../message-content.ts';

/** A Slack message as the reading of alerts takes it: what stands out apart from the rest. */
export function alertContentOf({ text, attachments, blocks, links, colors, senders }: MessageContent): AlertContent {
  const parts = attachments.flatMap((one) => [one.text, ...one.blocks.texts]);
  const allBlocks = [...blocks.headers, ...attachments.flatMap((one) => one.blocks.headers)];
  const titles = [
    ...allBlocks,
    ...blocks.texts.slice(0, 1),
    ...attachments.flatMap((one) => [one.title, one.pretext]),
    text,
    ...attachments.map((one) => one.fallback),
  ];
  return {
    senders,
    titles: distinctOf(titles),
    sections: distinctOf([...parts, ...blocks.texts, text]),
    fields: attachments.flatMap((one) => one.fields),
    links,
    colors,
  };
}

function distinctOf(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((one) => one.trim() !== ''))];
}
