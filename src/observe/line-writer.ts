import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';

export interface LineWriter {
  write(line: string): void;
  /** Resolves when all that was written so far has left. */
  close(): Promise<void>;
}

/** What may wait for a disk or a collector that does not keep up: some minutes of a busy bot. */
const mostWaitingBytes = 8 * 1024 * 1024;

/**
 * Appends lines to a file or stream. The bot goes on when that fails or does not keep up: then lines are lost, and `onLost` is
 * told how many, once when it begins and once when it is over.
 */
export function createLineWriter(to: string | Writable, onLost: (lines: number) => void): LineWriter {
  // Only the account of the bot may read who asked what.
  const stream = typeof to === 'string' ? createWriteStream(to, { flags: 'a', mode: 0o600 }) : to;
  let broken = false;
  let lost = 0;
  const lose = () => {
    lost += 1;
    if (lost === 1) onLost(1);
  };
  stream.on('error', () => {
    broken = true;
    lose();
  });
  return {
    write(line) {
      if (broken || stream.writableLength > mostWaitingBytes) return lose();
      if (lost > 0) onLost(lost);
      lost = 0;
      stream.write(`${line}\n`);
    },
    async close() {
      if (broken) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      stream.once('error', () => resolve());
      if (stream === process.stdout) stream.write('', () => resolve());
      else stream.end(() => resolve());
      await promise;
    },
  };
}
