import type { ReachEnd, ReachEntry } from '../answer/answer.ts';
import type { Part } from '../answer/part.ts';
import { endKey, isExternal } from './ends.ts';

/** More than this is no picture any more. */
const MOST_EDGES = 120;

/**
 * The graph of the entries as a Mermaid flowchart: namespaces are boxes, arrows carry the ports, what cannot be told is
 * dashed. undefined when there is nothing to draw, or too much to be read.
 */
export function graphMermaid(entries: readonly ReachEntry[]): Part | undefined {
  const drawn = entries.filter((entry) => entry.verdict !== 'blocked');
  if (drawn.length === 0 || drawn.length > MOST_EDGES) return undefined;
  const ends = new Map<string, ReachEnd>();
  for (const { from, to } of drawn) {
    ends.set(endKey(from), from);
    ends.set(endKey(to), to);
  }
  const ids = new Map([...ends.keys()].sort().map((key, index) => [key, `n${index}`]));
  const byNamespace = Map.groupBy([...ids.keys()], (key) => namespaceOf(ends.get(key)));
  const lines = ['flowchart LR'];
  for (const [namespace, keys] of [...byNamespace].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const nodes = keys.map((key) => `${ids.get(key)}[${quoted(label(ends.get(key)))}]`);
    if (namespace === '') lines.push(...nodes.map((node) => `  ${node}`));
    else lines.push(`  subgraph ${quoted(namespace)}`, ...nodes.map((node) => `    ${node}`), '  end');
  }
  for (const { from, to, ports, verdict } of drawn) {
    const arrow = verdict === 'unknown' ? '-.->' : '-->';
    lines.push(`  ${ids.get(endKey(from))} ${arrow}|${quoted(ports.join(', '))}| ${ids.get(endKey(to))}`);
  }
  return { kind: 'code', language: 'mermaid', code: lines.join('\n') };
}

function namespaceOf(end: ReachEnd | undefined): string {
  if (end === undefined || isExternal(end)) return '';
  return end.kind === 'Namespace' ? end.name : (end.namespace ?? '');
}

function label(end: ReachEnd | undefined): string {
  if (end === undefined) return '';
  if (isExternal(end)) return end.cidr === '0.0.0.0/0' ? 'outside 0.0.0.0/0' : `outside ${end.cidr}`;
  return end.kind === 'Namespace' ? 'any pod' : `${end.kind} ${end.name}`;
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', "'")}"`;
}
