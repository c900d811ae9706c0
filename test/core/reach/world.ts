import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import type { Answer } from '../../../src/core/answer/answer.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { endName } from '../../../src/core/reach/ends.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';

const cluster = readFileSync(new URL('cluster.yaml', import.meta.url), 'utf8');

/** `shop/deny: {podSelector: {}, …}`: namespace, name and spec. */
export function policyYaml(words: string): string {
  const [key = '', spec] = Object.entries(load(words) as Record<string, unknown>)[0] ?? [];
  const [namespace, name] = key.split('/');
  return dump({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { namespace, name }, spec });
}

/** The shop of cluster.yaml with these policies, and with more YAML where a test needs it. */
export async function shop(policies: readonly string[] = [], ...more: readonly string[]): Promise<Snapshot> {
  return snapshotOf(cluster, ...policies.map(policyYaml), ...more);
}

/** `allowed TCP 9090` for one entry, `A → B: allowed TCP 9090` for several. */
export function verdicts({ reach = [] }: Answer): readonly string[] {
  const lines = reach.map((one) => ({
    pair: `${endName(one.from)} → ${endName(one.to)}: `,
    say: `${one.verdict} ${one.ports.join(', ')}`,
  }));
  return lines.map(({ pair, say }) => (lines.length === 1 ? say : pair + say));
}
