import { fileJsonSchema, type JsonSchema } from '../../src/config/known-keys.ts';

/**
 * The commented example. What is not commented out is what counts without a file; the values of lists and maps that are
 * empty by default are shown as comments.
 */
const samples: Readonly<Record<string, string>> = {
  'store.url': 'redis://valkey:6379',
  channels: `C0123ABCD:
  cluster: prod
  namespace: shop
  alerts: true`,
  'clusters.default': `prod`,
  'clusters.folder': `/etc/k8s-svc/clusters`,
  'clusters.list': `- name: prod
  kubeconfig: /etc/k8s-svc/kubeconfig
  context: gke_acme_europe-west1_prod
  aliases: [p, live]
  deadlineMs: 5000
- name: tools
  inCluster: true`,
  'alerts.channels': `- '#oncall'`,
  'alerts.clusters': `prod-eu: gke_acme_europe-west1_prod`,
  'access.contact': `'#platform'`,
  'access.rules': `- effect: allow
  groups: [S0123ABCD]
  channels: [C0123ABCD]
  clusters: [prod]
  namespaces: [shop, team-*]
  verbs: [triage, explain, scan]
- effect: deny
  namespaces: [kube-system]`,
  'access.privateNamespaces': `- payments`,
  'access.impersonate': `from: map
map:
  U0123ABCD: jane@example.com
groups:
  S0123ABCD: [payments-developers]`,
  ignore: `- no-redundancy`,
  'slack.host': `127.0.0.1`,
  'slack.teams': `- T0123ABCD`,
  'slack.apiUrl': `http://127.0.0.1:3001/api/`,
  'observe.metricsPort': `9090`,
  'observe.metricsHost': `127.0.0.1`,
};

/** `filled`: the samples count instead of being comments. */
export function exampleText(filled = false): string {
  const hash = filled ? '' : '# ';
  const head = `# Written by \`npm run gen\` from src/config/. Every key with what counts without it; docs/config.md has the table.
# Check yours: k8s-svc config check FILE
# yaml-language-server: $schema=../docs/config.schema.json
`;
  const sections = Object.entries(fileJsonSchema().properties ?? {}).map(([name, schema]) =>
    block(name, schema, { path: name, indent: '', hash }),
  );
  return `${head}\n${sections.join('\n\n')}\n`;
}

interface At {
  readonly path: string;
  readonly indent: string;
  /** Before what is only a sample. */
  readonly hash: string;
}

function block(name: string, schema: JsonSchema, { path, indent, hash }: At): string {
  const say = schema.description === undefined ? '' : `${indent}# ${schema.description}\n`;
  const sample = samples[path];
  if (schema.properties !== undefined && sample === undefined) {
    const inner = Object.entries(schema.properties).map(([key, one]) =>
      block(key, one, { path: `${path}.${key}`, indent: `${indent}  `, hash }),
    );
    return `${say}${indent}${name}:\n${inner.join('\n')}`;
  }
  const { default: fallback } = schema;
  if (sample === undefined) {
    return typeof fallback === 'object' || fallback === undefined
      ? `${say}${indent}# ${name}:`
      : `${say}${indent}${name}: ${JSON.stringify(fallback).replaceAll('"', '')}`;
  }
  if (schema.type === 'string') return `${say}${indent}${hash}${name}: ${sample}`;
  const lines = sample.split('\n').map((line) => `${indent}${hash}  ${line}`);
  return `${say}${indent}${hash}${name}:\n${lines.join('\n')}`;
}
