import { cleanLine, cleanLines } from '../text/clean-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An element; its content is written as it is, so what comes from outside goes through `xmlText`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(cleanLine(String(value))).replaceAll('"', '&quot;')}"`,
  );
  const open = `<${name}${written.join('')}`;
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`;
}

/** Several lines of text in an element, where quotes are no danger: commands stay as they are. */
export function xmlText(words: string): string {
  return escapeXml(cleanLines(words));
}

/** Cleaning leaves no control characters; two non-characters are still no XML. Source: w3.org/TR/xml/#charsets */
function escapeXml(words: string): string {
  return words.replace(/[\uFFFE\uFFFF]/gu, '').replace(/[&<>]/gu, (one) => entities[one] ?? one);
}
