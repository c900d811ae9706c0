import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgramName } from './programs.ts';

export interface Program {
  readonly name: ProgramName;
  readonly pid: number;
  readonly alive: () => boolean;
  /** The end of what it wrote. */
  readonly lastLines: () => string;
}

export interface ProgramStart {
  readonly name: ProgramName;
  readonly args: readonly string[];
  /** The folder of the programs. */
  readonly programs: string;
  /** Where its log and pid are kept. */
  readonly directory: string;
  /** Goes on when this process ends. */
  readonly detached: boolean;
}

export function startProgram({ name, args, programs, directory, detached }: ProgramStart): Program {
  const logFile = join(directory, `${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(join(programs, name), args, { cwd: directory, detached, stdio: ['ignore', log, log] });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${join(programs, name)} does not start.`);
  child.unref();
  writeFileSync(join(directory, `${name}.pid`), `${pid}\n`);
  return {
    name,
    pid,
    alive: () => isAlive(pid),
    lastLines: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n'),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks every process to end, waits for `graceMs` in all, then ends the rest. Nothing they hold is worth a longer wait. */
export async function stopPids(pids: readonly number[], graceMs = 2000): Promise<void> {
  signal(pids, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (pids.some(isAlive) && Date.now() < deadline) await sleep(50);
  signal(pids, 'SIGKILL');
  while (pids.some(isAlive) && Date.now() < deadline + graceMs) await sleep(50);
}

/** Sends a signal to those that still run. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended, which is all that is wanted.
    }
  }
}
