const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[ -~]*$/u;
const mark = /^\p{M}/u;

/** East Asian Wide and Fullwidth (UAX #11) by blocks, and what is drawn as an emoji. */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|^\p{Emoji_Presentation}|\uFE0F/u;

function graphemeWidth(grapheme: string): number {
  if (wide.test(grapheme)) return 2;
  return mark.test(grapheme) ? 0 : 1;
}

/** How many terminal cells the text takes. The text is clean (see `cleanLine`). */
export function displayWidth(value: string): number {
  if (ascii.test(value)) return value.length;
  let width = 0;
  for (const { segment } of graphemes.segment(value)) width += graphemeWidth(segment);
  return width;
}

/** Cuts between characters as people see them and ends with `…`; the result is never wider than `width` cells. */
export function cutToWidth(value: string, width: number): string {
  if (displayWidth(value) <= width) return value;
  if (width <= 0) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(value)) {
    const next = graphemeWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}

/** Fills with spaces up to `width` cells. */
export function padToWidth(value: string, width: number): string {
  return value + ' '.repeat(Math.max(0, width - displayWidth(value)));
}
