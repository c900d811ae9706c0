import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { nameOf, namespaceOf } from './shop-of-many.ts';

export interface TerminalRow {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Exit codes that mean that it did its work. */
  readonly codes: readonly number[];
}

export interface Tools {
  readonly bundle: string;
  readonly kubectl: string;
  readonly kubeconfig: string;
  readonly server: string;
  readonly token: string;
  /** Where the three lists go that curl reads. */
  readonly lists: readonly string[];
  readonly clockAhead: string;
}

/** Ours, what people use today, and the floor: the bytes alone. Peers are measured when their binaries are on PATH. */
export function terminalRows({ bundle, kubectl, kubeconfig, server, token, lists, clockAhead }: Tools): readonly TerminalRow[] {
  const one = 7;
  const [namespace, name] = [namespaceOf(one), nameOf(one)];
  const read = ['--kubeconfig', kubeconfig];
  // A load balancer that is a few seconds old is no fault yet.
  const env = { ...process.env, MINUTES_LATER: '6', NODE_OPTIONS: `--import ${clockAhead}` };
  const ours = (row: string, words: readonly string[], codes: readonly number[]): TerminalRow => ({
    name: row,
    command: process.execPath,
    args: [bundle, ...words],
    env,
    codes,
  });
  const peers: readonly TerminalRow[] = [
    { name: 'popeye -A -s svc', command: 'popeye', args: ['-A', '-s', 'svc', ...read], codes: [0, 1] },
    { name: 'k8sgpt analyze --filter=Service', command: 'k8sgpt', args: ['analyze', '--filter=Service', ...read], codes: [0] },
    {
      name: 'curl, the three lists',
      command: 'curl',
      args: [
        '-sk',
        '-H',
        `Authorization: Bearer ${token}`,
        // The API server indents what curl asks for, which doubles it, unless it is told not to.
        ...lists.flatMap((path) => ['-o', '/dev/null', `${server}${path}?pretty=false`]),
      ],
      codes: [0],
    },
  ];
  return [
    ...peers.filter(({ command }) => isOnPath(command)),
    {
      name: 'kubectl get svc,eps,po -A',
      command: kubectl,
      args: ['get', 'services,endpointslices,pods', '-A', ...read],
      codes: [0],
    },
    ours('k8s-svc scan -A', ['scan', '-A', '-o', 'json', ...read], [0, 1]),
    {
      name: 'kubectl describe service',
      command: kubectl,
      args: ['describe', 'service', name, '-n', namespace, ...read],
      codes: [0],
    },
    ours('k8s-svc triage', ['triage', name, '-n', namespace, '-o', 'json', ...read], [0]),
    { ...ours('k8s-svc --help', ['--help'], [0]), env: process.env },
  ];
}

function isOnPath(command: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The folder of the programs has kubectl. */
export const kubectlIn = (programs: string): string => join(programs, 'kubectl');
