import type { FlagSpec } from './flags.ts';
import type { Verb } from './request.ts';

export interface VerbSpec {
  readonly verb: Verb;
  readonly aliases: readonly string[];
  /** The positional words, as help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Fewest and most positional words; more than that is a question in free text. */
  readonly words: readonly [number, number];
  /** Takes the facts of a question as flags (`--audience internet`). */
  readonly takesFacts?: true;
  /** Decides: takes what a conversation adds (`--why-not NodePort`). */
  readonly takesTalk?: true;
  readonly flags?: readonly FlagSpec[];
  /** Sentences at the end of the verb's help. */
  readonly notes?: readonly string[];
}

export const areaFlags: readonly FlagSpec[] = [
  { name: 'namespace', short: 'n', value: 'NAMESPACE', summary: 'the namespace' },
  { name: 'all-namespaces', short: 'A', summary: 'all namespaces' },
  { name: 'cluster', value: 'CLUSTER', summary: 'another cluster than the default' },
];

/** What `expose` and `manifest` write beside the Service when it is asked for. */
export const besideFlags: readonly FlagSpec[] = [
  { name: 'with-network-policy', summary: 'a NetworkPolicy beside it that admits the pods of the namespace' },
  { name: 'allow-from', value: 'LABEL=VALUE', summary: 'a NetworkPolicy that admits only pods with this label', many: true },
  { name: 'sticky', summary: 'the same client goes to the same pod (sessionAffinity: ClientIP)' },
];

/** The grammar, once for the slash command, a mention, a button and the terminal. */
export const verbs: readonly VerbSpec[] = [
  {
    verb: 'triage',
    aliases: ['debug', 'why', 'diagnose'],
    usage: 'SERVICE',
    summary: 'why a Service does not work: one root cause, its evidence, the fix',
    examples: ['triage checkout -n shop', 'triage checkout -n shop --why'],
    words: [1, 1],
    flags: [{ name: 'why', summary: 'show the tree of reasoning and the checks that came out clear' }],
  },
  {
    verb: 'explain',
    aliases: ['describe'],
    usage: 'SERVICE [SERVICE]',
    summary: 'what a Service is, who reaches it and how, and what stands behind it; two Services are compared',
    examples: ['explain web -n shop'],
    words: [1, 2],
  },
  {
    verb: 'expose',
    aliases: [],
    usage: 'WORKLOAD',
    summary: 'which Service type fits a workload, and why, filled from the cluster',
    examples: ['expose web -n shop', 'expose web -n shop --audience internet', 'expose web -n shop --why-not NodePort'],
    words: [1, 1],
    takesFacts: true,
    takesTalk: true,
    flags: besideFlags,
  },
  {
    verb: 'manifest',
    aliases: ['yaml'],
    usage: 'TYPE [WORKLOAD]',
    summary: 'YAML from the real labels and ports, proven before it is shown',
    examples: [
      'manifest ClusterIP web -n shop',
      'manifest Headless postgres --port 5432',
      'manifest LoadBalancer web -n shop --patch',
    ],
    words: [1, 2],
    takesFacts: true,
    flags: [{ name: 'patch', summary: 'change the Service that is there: a diff and a Kustomize patch' }, ...besideFlags],
  },
  {
    verb: 'scan',
    aliases: [],
    usage: '',
    summary: 'every Service of a namespace or the cluster, what is broken first',
    examples: ['scan -n shop', 'scan -A', 'scan --all-clusters'],
    words: [0, 0],
    flags: [{ name: 'all-clusters', summary: 'every cluster, what is broken first; all namespaces unless -n says one' }],
    notes: [
      'In the terminal, --since FILE compares with an earlier scan (scan -o json > FILE): what is new or worse, fixed, unchanged.',
      'The exit code is then 1 only when something critical is new or has become critical; without --since, when anything critical is found.',
      '-o sarif and -o junit write reports for code scanning and CI.',
    ],
  },
  {
    verb: 'list',
    aliases: ['ls'],
    usage: '',
    summary: 'a table of Services with type, address, ports and ready endpoints',
    examples: ['list -n shop', 'list -A --type LoadBalancer'],
    words: [0, 1],
    flags: [{ name: 'type', value: 'TYPE', summary: 'only Services of this type' }],
  },
  {
    verb: 'reach',
    aliases: [],
    usage: 'FROM TO[:PORT]',
    summary: 'can FROM reach TO? yes, no or unknown, with the hop and the policy that decides',
    examples: ['reach shop/web shop/checkout:80', 'reach --all -n shop'],
    words: [0, 2],
    flags: [{ name: 'all', summary: 'every allowed connection' }],
  },
  {
    verb: 'watch',
    aliases: [],
    usage: 'SERVICE',
    summary: 'follows a Service until it is healthy',
    examples: ['watch checkout -n shop'],
    words: [1, 1],
  },
  {
    verb: 'review',
    aliases: [],
    usage: 'YAML',
    summary: 'checks pasted YAML: Service, workload and Ingress against each other and the API',
    examples: ['review -f web.yaml'],
    words: [0, Number.POSITIVE_INFINITY],
  },
  {
    verb: 'ask',
    aliases: [],
    usage: 'QUESTION',
    summary: 'a question in your own words',
    examples: ['how do I expose postgres to other namespaces?', 'what does clusterIP: None mean?'],
    words: [0, Number.POSITIVE_INFINITY],
    takesFacts: true,
    takesTalk: true,
  },
  {
    verb: 'use',
    aliases: [],
    usage: 'CLUSTER[/NAMESPACE]',
    summary: 'the default cluster and namespace of this channel',
    examples: ['use staging/shop'],
    words: [1, 1],
  },
  { verb: 'help', aliases: ['?'], usage: '[VERB]', summary: 'examples to try', examples: ['help triage'], words: [0, 1] },
];

export function verbSpec(word: string): VerbSpec | undefined {
  const lower = word.toLowerCase();
  return verbs.find((spec) => spec.verb === lower || spec.aliases.includes(lower));
}
