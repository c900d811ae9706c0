import { PODS, type PictureEdge, type PictureNode, type TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { makeBox, type Box, type Kind } from './box.ts';
import { podBoxes } from './pod-boxes.ts';

/** CSS pixels. Vertical and this wide it stays readable on a phone, where it is scaled down to half. */
export const WIDTH = 720;
const MARGIN = 24;
export const INNER = WIDTH - 2 * MARGIN;
const GAP = 16;
const ARROW = 34;

export interface Line {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly state: PictureEdge['state'];
  readonly arrow: boolean;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

interface Slot {
  readonly x: number;
  readonly width: number;
}

/**
 * Places everything from top to bottom. Every edge is a straight line down, because a way from outside keeps its column
 * until it meets the Service, which is as wide as all of them: no line crosses a box or another line.
 */
export function layOut(picture: TrafficPicture): Layout {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  let y = MARGIN;
  const put = (nodes: readonly Box[]) => {
    boxes.push(...nodes);
    y = Math.max(y, ...nodes.map((box) => box.y + box.height));
  };
  put([makeBox('title', { x: MARGIN, width: INNER }, y, [picture.title, picture.summary], 'ok')]);
  if (picture.beside !== undefined) {
    put([makeBox('cause', { x: MARGIN, width: INNER }, y + GAP / 2, [picture.beside], 'broken')]);
  }
  y += GAP;

  const columns = picture.stages[0]?.nodes.length ?? 1;
  const slotOf = (node: PictureNode | undefined): Slot => {
    if (node?.way === undefined) return { x: MARGIN, width: INNER };
    const width = (INNER - GAP * (columns - 1)) / columns;
    return { x: MARGIN + node.way * (width + GAP), width };
  };
  const nodes = new Map(picture.stages.flatMap((stage) => stage.nodes).map((node) => [node.id, node]));
  const placed = new Map<string, Box>();
  /** Room for the edges that end in this row: their causes stand on them. */
  const comeIn = (ids: readonly string[]) => {
    const edges = picture.edges.filter((edge) => ids.includes(edge.to));
    const drawn = edges.map((edge) => {
      const slot = slotOf(nodes.get(edge.from));
      const from = placed.get(edge.from);
      const top = y + ARROW;
      const cause = edge.cause === undefined ? undefined : makeBox('cause', slot, top, [edge.cause], edge.state);
      return { edge, x: slot.x + slot.width / 2, start: from === undefined ? y : from.y + from.height, cause };
    });
    const causes = drawn.flatMap(({ cause }) => cause ?? []);
    put(causes);
    y += edges.length === 0 ? 0 : ARROW;
    for (const { edge, x, start, cause } of drawn) {
      if (cause === undefined) lines.push({ x, fromY: start, toY: y, state: edge.state, arrow: true });
      else {
        lines.push({ x, fromY: start, toY: cause.y, state: edge.state, arrow: true });
        const after = edge.state === 'broken' ? 'dropped' : edge.state;
        lines.push({ x, fromY: cause.y + cause.height, toY: y, state: after, arrow: true });
      }
    }
  };
  for (const stage of picture.stages) {
    comeIn(stage.nodes.map(({ id }) => id));
    const kind: Kind = stage.kind === 'client' ? 'client' : 'node';
    const row = stage.nodes.map((node) => {
      const box = makeBox(kind, slotOf(node), y, [node.title, ...node.lines], node.state);
      placed.set(node.id, box);
      return box;
    });
    put(levelled(row));
    for (const [index, node] of stage.nodes.entries()) placed.set(node.id, levelled(row)[index] ?? placed.get(node.id)!);
  }
  if (picture.pods !== undefined) {
    comeIn([PODS]);
    put(podBoxes(picture.pods, { x: MARGIN, width: INNER }, y));
  }
  return { width: WIDTH, height: Math.ceil(y + MARGIN), boxes, lines };
}

/** Boxes of one row are equally high. */
export function levelled(row: readonly Box[]): readonly Box[] {
  const height = Math.max(...row.map((box) => box.height));
  return row.map((box) => ({ ...box, height }));
}
