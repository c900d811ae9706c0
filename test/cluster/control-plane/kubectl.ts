import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Runs kubectl and gives what it prints. Throws an Error with its own words when it fails. */
export type Kubectl = (args: readonly string[], stdin?: string) => Promise<string>;

export function createKubectl(programs: string, kubeconfig: string): Kubectl {
  return async (args, stdin = '') => {
    const child = spawn(join(programs, 'kubectl'), [`--kubeconfig=${kubeconfig}`, ...args]);
    const code = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    // A kubectl that needs no input, or fails before it reads it, closes the pipe: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
    const [exit, out, error] = await Promise.all([code, text(child.stdout), text(child.stderr)]);
    if (exit !== 0) throw new Error(`kubectl ${args.join(' ')}: ${error.trim()}`);
    return out;
  };
}
