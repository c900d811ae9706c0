/** A line without what only draws it: quote marks, bullets, bold. */
export function bareLine(line: string): string {
  return line
    .replaceAll('*', '')
    .replace(/^[\s>•●▪◦‣·–—-]+/u, '')
    .trim();
}
