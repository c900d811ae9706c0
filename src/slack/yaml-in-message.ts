import { readMessage } from './message-content.ts';

const object = /^[ \t{]*["']?(?:apiVersion|kind)["']?[ \t]*:/mu;
/** Slack writes the first line of code right behind the fence, so a word there is a language only when it stands alone. */
const fence = /```(?:[a-z]*\r?\n)?([\s\S]*?)```/giu;

/**
 * The YAML (or JSON) of a message: its code blocks, else the lines from the first that begins an object. Undefined when it
 * has none. Slack tells of code both in the text, as fences, and in the blocks.
 */
export function yamlInMessage(message: unknown, botUserId: string | undefined): string | undefined {
  const { text, attachments, blocks } = readMessage(message, botUserId);
  const texts = [text, ...blocks.texts, ...attachments.flatMap((one) => [one.text, ...one.blocks.texts])];
  for (const words of texts) {
    const found = yamlIn(words);
    if (found !== undefined) return found;
  }
  return undefined;
}

function yamlIn(words: string): string | undefined {
  const fenced = [...words.matchAll(fence)].map(([, code = '']) => code).filter((code) => object.test(code));
  if (fenced.length > 0) return fenced.join('\n---\n');
  const start = words.search(object);
  if (start < 0) return undefined;
  const json = words.lastIndexOf('{', start);
  return words.slice(json >= 0 && words.slice(json, start).trim() === '{' ? json : start);
}
