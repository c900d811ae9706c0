/** Longer texts are rarely the same in two objects. */
const LONGEST = 40;
const SLOTS = 8_192;

/**
 * Reads UTF-8 text out of a buffer. The objects of a cluster say the same words over and over (names of labels, namespaces,
 * nodes, phases, reasons): a word that was read before is compared byte by byte, which is faster than to make it anew, and is
 * in memory once. A slot remembers the word that was read into it last.
 */
export class Words {
  readonly #slots = Array.from<string | undefined>({ length: SLOTS });

  read(buffer: Buffer, from: number, end: number): string {
    if (end - from > LONGEST) return buffer.toString('utf8', from, end);
    let hash = end - from;
    for (let at = from; at < end; at += 1) {
      const byte = buffer[at] as number;
      // Of ASCII a byte is a character, of anything else it is not.
      if (byte > 127) return buffer.toString('utf8', from, end);
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known !== undefined && isThere(known, buffer, from, end)) return known;
    const fresh = buffer.toString('latin1', from, end);
    this.#slots[slot] = fresh;
    return fresh;
  }
}

function isThere(word: string, buffer: Buffer, from: number, end: number): boolean {
  if (word.length !== end - from) return false;
  for (let at = from; at < end; at += 1) if (word.charCodeAt(at - from) !== buffer[at]) return false;
  return true;
}
