import { exitCodes } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { checkConfig, type CheckedConfig } from '../config/config.ts';
import { formatFault } from '../config/fault.ts';
import { settingsOf } from '../config/in-force.ts';
import { parseFlags } from '../core/ask/flags.ts';
import { badRequest } from '../core/problem/problem.ts';

/** `config check [FILE]`: every fault and exit code 2, or what is in force and 0. Throws a bad-request Problem. */
export function configCheck(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, io: Io): number {
  const { values, words } = parseFlags(argv.slice(1), [
    { name: 'config', value: 'FILE', summary: 'the configuration file' },
    { name: 'output', short: 'o', value: 'text|json', summary: 'how it is printed' },
  ]);
  const [, positional, ...more] = words;
  const output = values.get('output')?.[0] ?? 'text';
  if (words[0] !== 'check' || more.length > 0 || (output !== 'text' && output !== 'json')) {
    throw badRequest(
      'config check takes one file and -o text or json.',
      'For example: k8s-svc config check config.yaml -o json',
    );
  }
  const file = positional ?? values.get('config')?.[0];
  const checked = checkConfig(env, file === undefined ? {} : { file });
  io.out(output === 'json' ? `${JSON.stringify(asJson(checked), null, 2)}\n` : asText(checked));
  return checked.config === undefined ? exitCodes.badRequest : exitCodes.healthy;
}

function asJson(checked: CheckedConfig): Record<string, unknown> {
  const { file = null, faults, config } = checked;
  if (config === undefined) return { ok: false, file, faults };
  return { ok: true, file, slack: config.slack.kind, settings: settingsOf(checked) };
}

function asText(checked: CheckedConfig): string {
  const { file, faults, config } = checked;
  const where = file === undefined ? 'the environment (there is no file)' : `${file} and the environment`;
  if (config === undefined) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
    return `${[`The configuration in ${where} has ${count}:`, ...faults.map((fault) => `- ${formatFault(fault)}`)].join('\n')}\n`;
  }
  const rows = [['KEY', 'VALUE', 'FROM'], ...settingsOf(checked).map(({ key, value, from }) => [key, value, from])];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [first, second] = [width(0), Math.min(width(1), 60)];
  const lines = rows.map(([key = '', value = '', from = '']) => `${key.padEnd(first)}  ${value.padEnd(second)}  ${from}`);
  const serves = {
    none: 'no Slack token is set: serve shows the playground page',
    socket: 'Slack by Socket Mode',
    http: 'Slack by HTTP',
  };
  return `The configuration in ${where} is right: ${serves[config.slack.kind]}.\n\n${lines.join('\n')}\n`;
}
