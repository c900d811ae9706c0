import type { PodsNode } from '../../core/picture/traffic-picture.ts';
import { makeBox, type Box } from './box.ts';

const PADDING = 14;
const GAP = 10;
const PER_ROW = 3;

interface Slot {
  readonly x: number;
  readonly width: number;
}

interface Block {
  readonly boxes: readonly Box[];
  /** Below its last box. */
  readonly end: number;
}

/** The frame of the pods, and in it their zones: side by side while they are few. The frame comes first: it is drawn beneath. */
export function podBoxes(pods: readonly PodsNode[], { x, width }: Slot, top: number): readonly Box[] {
  const inside = { x: x + PADDING, width: width - 2 * PADDING };
  const zones = [...Map.groupBy(pods, (one) => one.zone)];
  const beside = zones.length > 1 && zones.length <= PER_ROW;
  const blocks: Block[] = [];
  for (const [index, [zone, group]] of zones.entries()) {
    const below = beside ? undefined : blocks.at(-1);
    const slot = beside ? cell(inside, index, zones.length) : inside;
    blocks.push(zoneBlock(zone, group, slot, below === undefined ? top + PADDING : below.end + GAP, beside ? 1 : PER_ROW));
  }
  const end = Math.max(...blocks.map((block) => block.end));
  const frame: Box = { kind: 'pods', state: 'ok', x, y: top, width, height: end + PADDING - top, lines: [] };
  return [frame, ...blocks.flatMap((block) => block.boxes)];
}

/** The heading of a zone and its pods in rows. */
function zoneBlock(zone: string, group: readonly PodsNode[], slot: Slot, top: number, most: number): Block {
  const boxes: Box[] = [];
  let y = top;
  const put = (row: readonly Box[]) => {
    const height = Math.max(...row.map((box) => box.height));
    boxes.push(...row.map((box) => ({ ...box, height })));
    y += height + GAP;
  };
  if (zone !== '') put([makeBox('zone', slot, y, [/^\d+ zones$/u.test(zone) ? zone : `Zone ${zone}`], 'ok')]);
  const columns = Math.min(most, group.length);
  for (let first = 0; first < group.length; first += columns) {
    const row = group.slice(first, first + columns);
    put(row.map((pod, column) => makeBox('pod', cell(slot, column, columns), y, [pod.title, ...pod.lines], pod.state)));
  }
  return { boxes, end: y - GAP };
}

function cell({ x, width }: Slot, column: number, columns: number): Slot {
  const one = (width - GAP * (columns - 1)) / columns;
  return { x: x + column * (one + GAP), width: one };
}
