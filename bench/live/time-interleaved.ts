import { median } from '../statistics.ts';
import { runProcess } from './run-process.ts';
import type { TerminalRow } from './terminal-rows.ts';

export interface Timed {
  readonly ms: number;
  readonly peakBytes: number;
  /** Of the last run. */
  readonly stdout: string;
}

/**
 * Medians of `runs` runs of every command, one of each in turn, so that what else the machine does meets all alike. One
 * round before is not counted: it fills caches of files and of the API server. Throws when a command fails.
 */
export async function timeInterleaved(
  rows: readonly TerminalRow[],
  runs: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, Timed>> {
  const taken = new Map(rows.map(({ name }) => [name, { ms: [] as number[], peak: [] as number[], stdout: '' }]));
  for (let round = 0; round <= runs; round += 1) {
    say(round === 0 ? 'one round to warm up' : `round ${round} of ${runs}`);
    for (const { name, command, args, env, codes } of rows) {
      const run = await runProcess(command, args, env);
      if (run.code === null || !codes.includes(run.code)) throw new Error(`${name} ended with ${run.code}`);
      const into = taken.get(name);
      if (into === undefined || round === 0) continue;
      into.ms.push(run.ms);
      into.peak.push(run.peakBytes);
      into.stdout = run.stdout;
    }
  }
  return new Map([...taken].map(([name, { ms, peak, stdout }]) => [name, { ms: median(ms), peakBytes: median(peak), stdout }]));
}
