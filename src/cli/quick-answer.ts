import { helpText } from './help-text.ts';

/** What the help or the version asked for says; undefined for any other command line. Needs next to nothing loaded. */
export function quickAnswer(argv: readonly string[], color: boolean, version: string): string | undefined {
  if (argv.length > 1) return undefined;
  const [word] = argv;
  if (word === undefined || ['--help', '-h', 'help'].includes(word)) return helpText(color);
  if (word === '--version' || word === 'version') return `k8s-svc ${version}\n`;
  return undefined;
}
