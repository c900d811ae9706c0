import { cleanLine } from '../text/clean-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML, in elements and attributes. Characters that XML 1.0 forbids are gone with the other controls. */
export function escapeXml(words: string): string {
  return cleanLine(words)
    .replace(/[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/gu, (letter) => entities[letter] ?? '');
}
