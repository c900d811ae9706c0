/** An object of Kubernetes may have 1.5 MB in etcd; in JSON on a watch no more than this. */
const LONGEST_BYTES = 16 * 1024 * 1024;

/**
 * The lines of a stream, in the batches in which its bytes come, so that whoever reads can pause between two of them. A last
 * line without its end is dropped: the stream broke in the middle. Throws when a line has no end at all.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[], void> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const [first = '', ...rest] = parts;
    begun.push(first);
    length += first.length;
    if (length > LONGEST_BYTES) throw new Error('a line of the watch has no end');
    const last = rest.pop();
    if (last === undefined) {
      yield [];
      continue;
    }
    const lines = [begun.join(''), ...rest];
    begun = [last];
    length = last.length;
    yield lines;
  }
}
