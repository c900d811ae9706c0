import type { Inline, Text } from '../../core/answer/text.ts';
import { cleanLines } from '../text/clean-text.ts';
import { jsonLength, type RichElement, type RichLeaf, type RichSection, type RichTextBlock } from './blocks.ts';
import { limits } from './limits.ts';
import { splitLines } from './split.ts';

/** Small enough that several blocks share a message, large enough that a finding is one block. */
const blockJson = 4_000;
const leafText = 1_200;

/** Runs of text as rich text elements, in which everything is literal: no mention, no link, no formatting comes from data. */
export function leaves(words: Text, style: { readonly bold?: true } = {}): readonly RichLeaf[] {
  return words.flatMap((run) => leafOf(run, style));
}

function leafOf(run: Inline, style: { readonly bold?: true }): readonly RichLeaf[] {
  if (run.is === 'link') {
    const url = safeUrl(run.url);
    const value = cleanLines(run.value);
    if (url !== undefined)
      return [{ type: 'link', url, ...(value === '' ? {} : { text: value.slice(0, leafText).toWellFormed() }) }];
    return texts(run.url === '' ? value : `${value} (${cleanLines(run.url)})`, style);
  }
  if (run.is === 'code') return texts(cleanLines(run.value), { ...style, code: true });
  return texts(cleanLines(run.value), run.is === 'strong' ? { bold: true } : style);
}

function texts(value: string, style: { readonly bold?: true; readonly code?: true }): readonly RichLeaf[] {
  const styled = Object.keys(style).length === 0 ? {} : { style };
  return splitLines(value, leafText).map((text) => Object.assign({ type: 'text' as const, text }, styled));
}

/** As many of the elements as fit into one list item or line, with an ellipsis when some did not. */
export function fitting(elements: readonly RichLeaf[], most = blockJson - 300): readonly RichLeaf[] {
  let room = most;
  const fit = elements.filter((element) => (room -= jsonLength(element) + 1) >= 0);
  return fit.length === elements.length ? fit : [...fit, { type: 'text', text: '…' }];
}

/** Only http(s), parsed and written again, so that no space, quote or control character is left in it. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  return parsed.href.length > limits.url ? undefined : parsed.href;
}

export function section(elements: readonly RichLeaf[]): RichSection {
  return { type: 'rich_text_section', elements: [...elements] };
}

/** Elements as one rich text block, or several where one would be too long. Empty elements are left out. */
export function richTextBlocks(elements: readonly RichElement[]): readonly RichTextBlock[] {
  const blocks: RichElement[][] = [];
  let room = 0;
  for (const element of elements.flatMap(divide)) {
    const length = jsonLength(element);
    if (length > room || blocks.length === 0) {
      blocks.push([]);
      room = blockJson;
    }
    blocks.at(-1)?.push(element);
    room -= length;
  }
  return blocks.map((inside) => ({ type: 'rich_text', elements: inside }));
}

/** An element that is too long for one block, as several of its kind. */
function divide(element: RichElement): readonly RichElement[] {
  if (element.elements.length === 0) return [];
  if (jsonLength(element) <= blockJson || element.elements.length === 1) return [element];
  const half = Math.ceil(element.elements.length / 2);
  const parts = [element.elements.slice(0, half), element.elements.slice(half)];
  let offset = element.type === 'rich_text_list' ? (element.offset ?? 0) : 0;
  return parts.flatMap((inside) => {
    const part = { ...element, elements: inside } as RichElement;
    if (part.type === 'rich_text_list' && part.style === 'ordered') part.offset = offset;
    offset += inside.length;
    return divide(part);
  });
}
