import { isFlag, isOn, parseFlags, type FlagSpec } from '../core/ask/flags.ts';
import { badRequest } from '../core/problem/problem.ts';

export const outputs = ['text', 'json', 'md', 'yaml', 'slack', 'sarif', 'junit'] as const;
export type Output = (typeof outputs)[number];

/** Outputs that only have room for findings. */
export function isReport(output: Output): boolean {
  return output === 'sarif' || output === 'junit';
}

/** Flags that only the terminal has; the words of the grammar are the same everywhere. */
export const terminalFlags: readonly FlagSpec[] = [
  { name: 'kubeconfig', value: 'FILE', summary: 'kubeconfig file; default as kubectl' },
  { name: 'context', value: 'NAME', summary: 'context of the kubeconfig' },
  {
    name: 'from',
    value: 'FILE',
    summary: 'a dump in place of a cluster (YAML, JSON, .gz, a folder, - for standard input)',
    many: true,
  },
  { name: 'now', value: 'TIME', summary: 'the clock for ages of a dump; default: the newest time in it' },
  { name: 'offline', summary: 'no cluster at all' },
  { name: 'output', short: 'o', value: outputs.join('|'), summary: 'how the answer is printed' },
  {
    name: 'ignore',
    value: 'CHECK',
    summary: 'silence a check (or several: a,b); what it finds is counted and told',
    many: true,
  },
  { name: 'dry-run', summary: 'let the API server check a manifest without storing it (needs the verb create)' },
  { name: 'file', short: 'f', value: 'FILE', summary: 'the YAML to review' },
  { name: 'since', value: 'FILE', summary: 'what is new, fixed and unchanged since an earlier scan -o json' },
  { name: 'batch', value: 'FILE', summary: 'answer one {"id", "text"} a line (with ask)' },
  { name: 'picture', value: 'FILE.svg|.png', summary: 'draw the traffic path into a file (with explain and triage)' },
  { name: 'timeout', value: 'SECONDS', summary: 'give up after this time; default 30, for watch 900' },
];

export interface TerminalOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly from: readonly string[];
  /** Epoch milliseconds. */
  readonly now?: number;
  readonly offline: boolean;
  readonly ignore: readonly string[];
  readonly dryRun: boolean;
  readonly output: Output;
  readonly file?: string;
  /** An earlier scan to compare with. */
  readonly since?: string;
  readonly batch?: string;
  /** Path of the SVG or PNG to write. */
  readonly picture?: string;
  /** undefined: the default of the verb. */
  readonly timeoutMs?: number;
}

/** Takes the terminal's own flags out of the arguments; what is left are words of the grammar. */
export function splitTerminalFlags(argv: readonly string[]): { options: TerminalOptions; words: readonly string[] } {
  const own: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word === '--') {
      words.push(...argv.slice(index));
      break;
    }
    const typed = word.split('=')[0] ?? '';
    const spec = isFlag(word) ? terminalFlags.find((one) => typed === `--${one.name}` || typed === `-${one.short}`) : undefined;
    if (spec === undefined) {
      words.push(word);
      continue;
    }
    own.push(word);
    if (spec.value !== undefined && !word.includes('=')) {
      index += 1;
      own.push(argv[index] ?? '');
      // `--from a.yaml b.yaml`: a shell has expanded *.yaml.
      while (spec.name === 'from' && /\.(ya?ml|json|gz)$/iu.test(argv[index + 1] ?? '')) {
        index += 1;
        own.push('--from', argv[index] ?? '');
      }
    }
  }
  return {
    options: toOptions(
      parseFlags(
        own.filter((word) => word !== ''),
        terminalFlags,
      ).values,
    ),
    words,
  };
}

function toOptions(values: ReadonlyMap<string, readonly string[]>): TerminalOptions {
  const one = (name: string) => values.get(name)?.[0];
  const output = one('output') ?? 'text';
  if (!isOutput(output)) throw badRequest(`There is no output "${output}".`, `Outputs: ${outputs.join(', ')}.`);
  const optional = Object.fromEntries(
    ['kubeconfig', 'context', 'file', 'since', 'batch', 'picture'].flatMap((name) =>
      one(name) === undefined ? [] : [[name, one(name)]],
    ),
  ) as Pick<TerminalOptions, 'kubeconfig' | 'context' | 'file' | 'since' | 'batch' | 'picture'>;
  const now = one('now');
  const timeout = one('timeout');
  const seconds = Number(timeout);
  if (timeout !== undefined && !(seconds > 0 && seconds <= 3600)) throw badRequest('--timeout takes seconds, from 1 to 3600.');
  const from = values.get('from') ?? [];
  if (from.length > 0 && (optional.context !== undefined || optional.kubeconfig !== undefined)) {
    throw badRequest('Give either --from FILE or a cluster (--context, --kubeconfig), not both.');
  }
  return {
    ...optional,
    from,
    ...(now === undefined ? {} : { now: toTime(now) }),
    offline: isOn(values, 'offline'),
    ignore: values.get('ignore') ?? [],
    dryRun: isOn(values, 'dry-run'),
    output,
    ...(timeout === undefined ? {} : { timeoutMs: seconds * 1000 }),
  };
}

function toTime(word: string): number {
  const at = Date.parse(word);
  if (Number.isNaN(at)) throw badRequest(`--now ${word} is no time.`, 'For example: --now 2026-03-10T09:30:00Z');
  return at;
}

function isOutput(word: string): word is Output {
  return (outputs as readonly string[]).includes(word);
}
