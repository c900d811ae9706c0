import { randomBytes } from 'node:crypto';
import type { Io } from '../cli/io.ts';
import { runCli } from '../cli/run-cli.ts';
import { drawPng } from './draw-png.ts';
import { openClusters } from './open-clusters.ts';
import { version } from './version.ts';

/** Runs one command line of the terminal, and sets or gives the exit code of the process. */
export async function runCommand(argv: readonly string[], io: Io): Promise<void> {
  const newRequestId = () => randomBytes(4).toString('hex');
  if (argv[0] === 'serve') {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve(argv.slice(1), io, newRequestId);
    return;
  }
  if (argv[0] === 'healthcheck') {
    const { healthcheck } = await import('./healthcheck.ts');
    process.exitCode = await healthcheck(argv.slice(1), process.env, io);
    return;
  }
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const code = await runCli(argv, {
    io,
    newRequestId,
    version,
    drawPng,
    interrupted: interrupt.signal,
    openAssistant: async (options) => {
      const [{ makeAssistant }, { parseIgnoreList }] = await Promise.all([
        import('./make-assistant.ts'),
        import('../core/triage/suppress/ignored-checks.ts'),
      ]);
      return makeAssistant(openClusters(options, io.readStdin), {
        ignored: parseIgnoreList(options.ignore),
        dryRun: options.dryRun,
      });
    },
  });
  // A connection that is still being opened to a silent server would hold the process for minutes.
  process.stdout.write('', () => process.exit(code));
}
