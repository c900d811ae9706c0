import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { kubeconfigs, programs } from './cluster.ts';

/** Gives a line to a shell that has kubectl and this cluster, as a person pastes it: quoting faults show here. */
export async function typeInShell(line: string): Promise<void> {
  await promisify(execFile)('sh', ['-c', line], {
    env: { PATH: `${programs}:${process.env['PATH']}`, KUBECONFIG: kubeconfigs.admin, HOME: process.env['HOME'] },
  });
}
