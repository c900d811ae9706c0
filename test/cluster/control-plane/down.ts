/** Stops what `up.ts` started in DIR and waits until it is gone. Usage: node test/cluster/control-plane/down.ts DIR */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import { stopPids } from './program.ts';

main(import.meta.url, async ([directory]) => {
  if (directory === undefined) throw new Error('Which one? node test/cluster/control-plane/down.ts DIR');
  const files = readdirSync(directory).filter((file) => file.endsWith('.pid'));
  if (files.length === 0) throw new Error(`Nothing was started in ${directory}: it holds no .pid file.`);
  const pids = files.flatMap((file) => {
    const pid = Number(readFileSync(join(directory, file), 'utf8'));
    return runs(pid, file.replace(/\.pid$/, '')) ? [pid] : [];
  });
  await stopPids(pids);
  for (const file of files) rmSync(join(directory, file));
});

/** Whether the process of this pid is still that program: after a restart of the machine the number may be another's. */
function runs(pid: number, program: string): boolean {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(program);
  } catch {
    return false;
  }
}
