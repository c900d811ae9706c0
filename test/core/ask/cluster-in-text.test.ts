import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterInText, namesEveryCluster } from '../../../src/core/ask/cluster-in-text.ts';

const many = new Map(Array.from({ length: 300 }, (_, at) => [`p${at}`, `cluster-${at}`]));

describe('the cluster in a message', () => {
  it('is found by a name of any letters, and what is left is the message without it', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][\w.:@/+()[\]*?^$|-]{0,30}[A-Za-z0-9]$/u);
    fc.assert(
      fc.property(name, (word) => {
        const found = clusterInText(`is web healthy in cluster ${word}?`, new Map([[word, 'own']]));
        expect(found).toEqual({ cluster: 'own', word, isCertain: true, rest: 'is web healthy?' });
      }),
    );
  });

  it('is the longest name of several that begin alike', () => {
    const names = new Map(['prod', 'prod-eu', 'prod-eu-2'].map((one) => [one, one]));
    expect(clusterInText('scan cluster prod-eu-2', names)?.cluster).toBe('prod-eu-2');
    expect(clusterInText('scan cluster prod-eu', names)?.cluster).toBe('prod-eu');
    expect(clusterInText('scan cluster prod-eu-3', names)).toBeUndefined();
  });

  it.each([
    ['in the cluster '.repeat(3_000)],
    ['all of the our my '.repeat(3_000)],
    ['in p1 p2 p3 '.repeat(3_000)],
    [`in${' '.repeat(20_000)}p1x`],
    [`cluster${'\t'.repeat(20_000)}p1x in the${' '.repeat(20_000)}`],
  ])('is looked for in no time, however long and strange the message is: %#', (message) => {
    const began = performance.now();
    clusterInText(message, many);
    namesEveryCluster(message);
    // A pattern that goes back and forth takes seconds here.
    expect(performance.now() - began).toBeLessThan(500);
  });
});
