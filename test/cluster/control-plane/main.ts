import { fileURLToPath } from 'node:url';

/** Runs `command` when the file of `url` is the one that Node was started with; a failure is one sentence and exit code 1. */
export function main(url: string, command: (args: readonly string[]) => void | Promise<void>): void {
  if (process.argv[1] !== fileURLToPath(url)) return;
  // Without a listener these end Node on the spot, and what it started would be left behind.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(1));
  const run = async () => command(process.argv.slice(2));
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
