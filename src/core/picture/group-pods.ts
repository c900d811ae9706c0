import { count } from '../answer/text.ts';
import type { PodMark } from './pod-marks.ts';
import type { PodsNode } from './traffic-picture.ts';

/** More boxes than this are no picture any more. */
const MOST_BOXES = 12;

type Key = (mark: PodMark) => readonly string[];

/** From fine to coarse: each pod, then what is alike on a node, in a zone, anywhere. */
const groupings: readonly Key[] = [
  ({ zone, node, name, reason }) => [zone, node, reason, name],
  ({ zone, node, reason }) => [zone, node, reason],
  ({ zone, reason }) => [zone, reason],
  ({ state, reason }) => [state, reason],
  ({ state }) => [state],
];

/** As few boxes as make a picture, by zone, in each what gets no traffic first. The finest grouping that fits is taken. */
export function groupPods(marks: readonly PodMark[]): readonly PodsNode[] {
  for (const [index, key] of groupings.entries()) {
    const groups = Map.groupBy(marks, (mark) => JSON.stringify(key(mark)));
    if (groups.size > MOST_BOXES && index < groupings.length - 1) continue;
    return [...groups.values()].sort((a, b) => compare(a[0], b[0])).map((group, at) => ({ id: `pods-${at}`, ...boxOf(group) }));
  }
  return [];
}

const byName = new Intl.Collator('en', { numeric: true });

function compare(a: PodMark | undefined, b: PodMark | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    byName.compare(a.zone, b.zone) ||
    Number(a.state === 'ok') - Number(b.state === 'ok') ||
    byName.compare(a.node, b.node) ||
    byName.compare(a.name, b.name)
  );
}

function boxOf(group: readonly PodMark[]): Omit<PodsNode, 'id'> {
  const [first] = group;
  const zones = new Set(group.map(({ zone }) => zone));
  const reasons = new Set(group.map(({ reason }) => reason));
  return {
    title: group.length === 1 ? (first?.name ?? '') : count(group.length, 'pod'),
    lines: [reasons.size === 1 ? (first?.reason ?? '') : `${reasons.size} different reasons`, ...nodesOf(group)],
    state: first?.state ?? 'unknown',
    count: group.length,
    zone: zones.size === 1 ? (first?.zone ?? '') : `${zones.size} zones`,
  };
}

function nodesOf(group: readonly PodMark[]): readonly string[] {
  const nodes = [...new Set(group.map(({ node }) => node).filter((node) => node !== ''))];
  if (nodes.length === 0) return [];
  return [nodes.length === 1 ? `on ${nodes[0]}` : `on ${nodes.length} nodes`];
}
