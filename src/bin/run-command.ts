import { randomBytes } from 'node:crypto';
import type { Io } from '../cli/io.ts';
import { runCli } from '../cli/run-cli.ts';
import { drawPng } from './draw-png.ts';
import { openClusters } from './open-clusters.ts';
import { sayProblems } from './say-problems.ts';
import { keepYoungGenerationSmall } from './small-young-generation.ts';
import { version } from './version.ts';

/** Runs one command line of the terminal, and sets or gives the exit code of the process. */
export async function runCommand(argv: readonly string[], io: Io): Promise<void> {
  const newRequestId = () => randomBytes(4).toString('hex');
  if (argv[0] === 'serve') {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve(argv.slice(1), io, newRequestId);
    return;
  }
  if (isConfigCommand(argv)) {
    process.exitCode = await sayProblems(io, async () => {
      const { configCheck } = await import('./config-command.ts');
      return configCheck(argv, process.env, io);
    });
    return;
  }
  if (argv[0] === 'healthcheck') {
    process.exitCode = await sayProblems(io, async () => {
      const { healthcheck } = await import('./healthcheck.ts');
      return healthcheck(argv.slice(1), process.env, io);
    });
    return;
  }
  keepYoungGenerationSmall();
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

/** True for `config` alone and `config check …`: other words that begin so are a question. */
function isConfigCommand([first, second]: readonly string[]): boolean {
  return first === 'config' && (second === undefined || second === 'check');
}
