import type { Inline, Text } from '../../core/answer/text.ts';
import { cleanLine, cleanLines } from '../text/clean-text.ts';

/** Characters that mean something inside a line of GFM, `$` (math) included. Any ASCII punctuation may be escaped. */
const special = /[\\`*_{}[\]<>|~$&#]/gu;
/** `@name` would notify a person where the text is pasted; an empty comment keeps the words and breaks the mention. */
const mention = /(?<![\w/])@(?=\w)/gu;
/** What begins a list, breaks a section or underlines a heading, and only where a line starts. */
const marker = /^(?<before>\s*\d*)(?<sign>[-+=.)])(?=\s|[-=]*\s*$)/u;

/** Data as Markdown that shows exactly this data: no link, mention, HTML or table can come out of it. */
export function escapeMarkdown(value: string): string {
  return cleanLine(value)
    .replace(special, String.raw`\$&`)
    .replace(mention, '@<!-- -->');
}

/** A paragraph, list item or table cell: one line, in which no word at the start becomes a list or a heading. */
export function markdownLine(words: Text, inTable = false): string {
  return words
    .map((run) => markdownRun(run, inTable))
    .join('')
    .trim()
    .replace(marker, String.raw`$<before>\$<sign>`);
}

function markdownRun(run: Inline, inTable: boolean): string {
  switch (run.is) {
    case 'plain':
      return escapeMarkdown(run.value);
    case 'code':
      return codeSpan(run.value, inTable);
    case 'strong':
      return strongSpan(run.value);
    case 'link':
      return linkSpan(run.value, run.url);
    default:
      return run satisfies never;
  }
}

/** Emphasis needs a character that is not a space next to the asterisks. */
function strongSpan(value: string): string {
  const words = escapeMarkdown(value).trim();
  return words === '' ? '' : `**${words}**`;
}

/** Only web addresses become links; anything else stays words. */
function linkSpan(value: string, url: string): string {
  const target = URL.parse(cleanLine(url));
  if (target === null || !['http:', 'https:'].includes(target.protocol)) return escapeMarkdown(value);
  const href = target.href.replace(/[()<>|\\`\s]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return value === url ? `<${href}>` : `[${escapeMarkdown(value)}](${href})`;
}

/** The longest run of backticks, so that a fence or code span can be one longer. */
function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/`+/gu)].map(([run]) => run.length));
}

/** A code span. In a table `|` must be escaped even here. Source: GFM, section 4.10 */
export function codeSpan(value: string, inTable = false): string {
  const clean = cleanLine(value);
  if (clean.trim() === '') return '';
  const fence = '`'.repeat(longestRun(clean) + 1);
  const padding = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  const body = inTable ? clean.replaceAll('|', String.raw`\|`) : clean;
  return fence + padding + body + padding + fence;
}

/** A fenced block whose fence is longer than any run of backticks in it. */
export function codeFence(language: string, value: string): string {
  const clean = cleanLines(value).trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(clean) + 1));
  return `${fence}${language}\n${clean}\n${fence}`;
}
