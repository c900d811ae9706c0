import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPods } from '../../../src/core/picture/group-pods.ts';
import type { PodMark } from '../../../src/core/picture/pod-marks.ts';
import { anyString } from '../../support/hostile-strings.ts';

const short = anyString.map((words) => words.slice(0, 20));
const mark: fc.Arbitrary<PodMark> = fc.record({
  name: short,
  node: fc.oneof(short, fc.constantFrom('node-1', 'node-2', '')),
  zone: fc.oneof(short, fc.constantFrom('a', 'b', '')),
  state: fc.constantFrom('ok', 'dropped', 'unknown'),
  reason: fc.oneof(short, fc.constantFrom('ready', 'not ready')),
});

describe('boxes of pods', () => {
  it('are a dozen at most, and every pod is counted in one of its own state', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 250 }), (marks) => {
        const boxes = groupPods(marks);
        expect(boxes.length).toBeLessThanOrEqual(12);
        for (const state of ['ok', 'dropped', 'unknown'] as const) {
          const counted = boxes.filter((box) => box.state === state).reduce((sum, box) => sum + box.count, 0);
          expect(counted).toBe(marks.filter((one) => one.state === state).length);
        }
        expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('name each pod while there are few', () => {
    const marks = Array.from({ length: 12 }, (_, index): PodMark => ({
      name: `web-${index}`,
      node: 'node-1',
      zone: '',
      state: 'ok',
      reason: 'ready',
    }));
    expect(groupPods(marks).map(({ title }) => title)).toEqual(marks.map(({ name }) => name));
  });

  it('say how many nodes and reasons stand behind a number', () => {
    const marks = Array.from({ length: 400 }, (_, index): PodMark => ({
      name: `web-${index}`,
      node: `node-${index}`,
      zone: `zone-${index % 20}`,
      state: 'dropped',
      reason: `reason ${index}`,
    }));
    expect(groupPods(marks)).toMatchObject([
      { title: '400 pods', lines: ['400 different reasons', 'on 400 nodes'], zone: '20 zones', count: 400 },
    ]);
  });
});
