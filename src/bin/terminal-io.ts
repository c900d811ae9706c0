import { readFile, writeFile } from 'node:fs/promises';
import type { Io } from '../cli/io.ts';
import { MOST_JSON_BYTES } from '../read/files/dump-limits.ts';
import { Problem } from '../core/problem/problem.ts';

/** The real terminal. Colours only on one, and as NO_COLOR and FORCE_COLOR say. */
export function terminalIo(): Io {
  const { stdout, stderr, stdin } = process;
  // `k8s-svc list | head` closes the pipe early; that is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  return {
    out: (words) => void stdout.write(words),
    err: (words) => void stderr.write(words),
    readStdin: async () => {
      if (stdin.isTTY) stderr.write('Reading standard input; end it with Ctrl-D.\n');
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of stdin as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > MOST_JSON_BYTES)
          throw new Problem('bad-request', 'Standard input is larger than 160 MB.', ['Dump one namespace: -n NAMESPACE.']);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
    readFile: async (path) => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        throw new Problem('bad-request', `${path} cannot be read.`, ['Does it exist, and may this user read it?'], error);
      }
    },
    writeFile: async (path, content) => {
      try {
        await writeFile(path, content);
      } catch (error) {
        throw new Problem(
          'bad-request',
          `${path} cannot be written.`,
          ['Is its folder there, and may this user write to it?'],
          error,
        );
      }
    },
    isTerminal: stdout.isTTY,
    color: stdout.isTTY ? stdout.hasColors() && process.env['NO_COLOR'] === undefined : process.env['FORCE_COLOR'] === '1',
    // In a pipe nothing is wrapped or cut: `k8s-svc list | grep web` has to find it.
    width: stdout.columns ?? Number.POSITIVE_INFINITY,
    now: () => Date.now(),
  };
}
