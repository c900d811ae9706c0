import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { AnswerJson } from './answer-json.ts';
import { kubeconfigs } from './cluster.ts';

export interface CliRun {
  /** 0 healthy, 1 something critical found, 2 bad request, 3 cluster not readable, null when it hung. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** All that a person sees. */
  readonly output: string;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The program under test: the sources, or a bundle that K8S_SVC_BIN names. */
const bin = process.env['K8S_SVC_BIN'] ?? here('../../../src/bin/k8s-svc.ts');

export interface CliOptions {
  /** The program takes it to be so much later than it is: a test need not wait until a fault is old enough to be one. */
  readonly minutesLater?: number;
}

/** Runs the terminal front end as a person does, with the kubeconfig of that path. */
export async function runCli(
  args: readonly string[],
  kubeconfig: string = kubeconfigs.admin,
  { minutesLater = 0 }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, ['--import', here('clock-ahead.ts'), bin, ...args, '--kubeconfig', kubeconfig], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Far more than any of these runs needs, also beside other work; one that hangs ends with no exit code.
    timeout: 45_000,
    // A KUBECONFIG or a colour setting of whoever runs the tests must not change what is read or printed.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', MINUTES_LATER: String(minutesLater) },
  });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr, output: stdout + stderr };
}

export interface AskedCli extends CliRun {
  readonly answer: AnswerJson;
}

/** The same with `-o json`, parsed. Throws with what was printed when that is not JSON. */
export async function askCli(
  args: readonly string[],
  kubeconfig: string = kubeconfigs.admin,
  options: CliOptions = {},
): Promise<AskedCli> {
  const run = await runCli([...args, '-o', 'json'], kubeconfig, options);
  try {
    return { ...run, answer: JSON.parse(run.stdout) as AnswerJson };
  } catch (error) {
    throw new Error(`k8s-svc ${args.join(' ')} printed no JSON (exit ${run.code}):\n${run.output}`, { cause: error });
  }
}
