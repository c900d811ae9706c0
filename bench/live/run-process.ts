import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export interface ProcessRun {
  readonly ms: number;
  /** The high-water mark of the resident memory; 0 where there is no /proc. */
  readonly peakBytes: number;
  readonly code: number | null;
  readonly stdout: string;
}

/** How often a running process is asked for its high-water mark. */
const LOOK_MS = 10;

/** Runs a command to its end. Standard error is dropped. Throws when it cannot be started. */
export async function runProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ProcessRun> {
  const from = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
  let peakBytes = 0;
  const look = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWaterMark(child.pid));
  }, LOOK_MS);
  const end = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  try {
    const [stdout, code] = await Promise.all([text(child.stdout), end]);
    return { ms: performance.now() - from, peakBytes, code, stdout };
  } finally {
    clearInterval(look);
  }
}

function highWaterMark(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // It has just ended, or there is no /proc.
    return 0;
  }
}
