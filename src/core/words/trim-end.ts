/**
 * The text without any of these characters at its end. What `/[.,]+$/` does in a time that grows with the square of a run of
 * them in the middle of a long text.
 */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
