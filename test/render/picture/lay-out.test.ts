import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureCases } from '../../../scripts/gen/picture-cluster.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import type { TrafficPicture } from '../../../src/core/picture/traffic-picture.ts';
import type { Box } from '../../../src/render/picture/box.ts';
import { layOut } from '../../../src/render/picture/lay-out.ts';
import { textWidth } from '../../../src/render/picture/text-width.ts';
import { anyPicture } from '../../support/arbitrary-picture.ts';
import { pictureOf, pictureSnapshot } from '../../support/picture-snapshot.ts';

const HAIR = 0.001;
const overlap = (a: Box, b: Box) =>
  a.x + a.width > b.x + HAIR && b.x + b.width > a.x + HAIR && a.y + a.height > b.y + HAIR && b.y + b.height > a.y + HAIR;
const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.x + inner.width <= outer.x + outer.width + HAIR &&
  inner.y >= outer.y &&
  inner.y + inner.height <= outer.y + outer.height + HAIR;

/** The whole promise about a layout; each fault in words. */
function faultsOf(picture: TrafficPicture): readonly string[] {
  const { width, height, boxes, lines } = layOut(picture);
  const faults: string[] = [];
  const frame = boxes.find((box) => box.kind === 'pods');
  const inFrame = (box: Box) => box.kind === 'pod' || box.kind === 'zone';
  boxes.forEach((box, index) => {
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      faults.push(`${box.kind} off the paper`);
    if (inFrame(box) && (frame === undefined || !within(box, frame))) faults.push(`${box.kind} out of its frame`);
    for (const other of boxes.slice(index + 1)) {
      if (box.kind === 'pods' && inFrame(other)) continue;
      if (overlap(box, other)) faults.push(`${box.kind} overlaps ${other.kind}`);
    }
    box.lines.forEach(({ x, y, words, font }, at) => {
      if (x + textWidth(words, font) > box.x + box.width + HAIR) faults.push(`"${words}" is wider than its box`);
      if (y > box.y + box.height || y - font.size < box.y - HAIR) faults.push(`"${words}" leaves its box`);
      const before = box.lines[at - 1];
      if (before !== undefined && y - font.size < before.y - HAIR) faults.push(`"${words}" overlaps the line above`);
    });
    for (const line of lines) {
      const crosses =
        line.x > box.x && line.x < box.x + box.width && line.fromY < box.y + box.height - HAIR && line.toY > box.y + HAIR;
      if (crosses) faults.push(`a line crosses ${box.kind}`);
    }
  });
  for (const line of lines) if (line.toY - line.fromY < 20) faults.push('an arrow is too short to see');
  return faults;
}

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await pictureSnapshot();
});

describe('the layout', () => {
  it.each(Object.entries(pictureCases))('of %s has no overlap and no text that is wider than its box', (_, service) => {
    expect(faultsOf(pictureOf(snapshot, service))).toEqual([]);
  });

  it('holds for any words', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(faultsOf(picture)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('shows every box of 200 pods on a picture that is not higher than two screens', () => {
    const { height, boxes } = layOut(pictureOf(snapshot, 'catalog'));
    expect(boxes.filter((box) => box.kind === 'pod')).toHaveLength(6);
    expect(height).toBeLessThan(1_600);
  });
});
