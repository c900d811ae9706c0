import { areaFlags, verbs } from '../core/ask/grammar.ts';
import type { FlagSpec } from '../core/ask/flags.ts';
import { terminalFlags } from './terminal-flags.ts';

/** `k8s-svc --help`: short enough for one screen, with lines that can be copied. */
export function helpText(color: boolean): string {
  const bold = (words: string) => (color ? `\u{1B}[1m${words}\u{1B}[22m` : words);
  const names = verbs.map((spec) => `${spec.verb} ${spec.usage}`.trim());
  const width = Math.max(...names.map((name) => name.length)) + 2;
  return `${bold('k8s-svc')}: the Kubernetes Service expert. It reads the cluster and changes nothing in it.

${bold('Usage')}
  k8s-svc VERB [WORDS] [FLAGS]
  k8s-svc QUESTION IN YOUR OWN WORDS

${bold('Verbs')}
${verbs.map((spec, index) => `  ${(names[index] ?? '').padEnd(width)}${spec.summary}`).join('\n')}

${bold('Examples')}
  k8s-svc triage checkout -n shop
  k8s-svc scan -A -o json > scan.json
  k8s-svc scan -A --since scan.json -o sarif
  k8s-svc explain web --from cluster.yaml
  k8s-svc manifest ClusterIP web -n shop -o yaml | kubectl apply --dry-run=server -f -
  k8s-svc how do I expose postgres to other namespaces?

${bold('Flags')}
${[...areaFlags, ...terminalFlags].map(flagLine).join('\n')}

${bold('Servers')}
  k8s-svc serve                 the Slack bot when its tokens are set, else the local playground page
  k8s-svc config check [FILE]   every fault of the configuration, or what is in force (-o json)
  k8s-svc healthcheck           whether the one that runs on this machine is well: exit code 0, or 1 with a sentence

Exit codes: 0 healthy, 1 something critical found, 2 bad request, 3 cluster not readable, 4 an error of k8s-svc itself.
With scan --since: 1 only when something critical is new or has become critical.
`;
}

function flagLine(flag: FlagSpec): string {
  const name = `${flag.short === undefined ? '    ' : `-${flag.short}, `}--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`;
  return `  ${name.padEnd(34)}${flag.summary}`;
}
