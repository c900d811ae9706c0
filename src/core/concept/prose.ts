import { code, plain, type Text } from '../answer/text.ts';

/** Our own prose as Text: what stands in backticks is code. For text from people or the cluster use `text` and `code`. */
export function prose(words: string): Text {
  return words.split('`').flatMap((part, index): Text => {
    if (part === '') return [];
    return index % 2 === 1 ? [code(part)] : plain(part);
  });
}
