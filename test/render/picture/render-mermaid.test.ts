import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { renderMermaid } from '../../../src/render/picture/render-mermaid.ts';
import { anyPicture } from '../../support/arbitrary-picture.ts';
import { pictureOf, pictureSnapshot } from '../../support/picture-snapshot.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await pictureSnapshot();
});

/** Nothing but what this renderer writes, with words of letters, digits, harmless signs and entities. */
const words = String.raw`"(?:[\p{L}\p{N}\p{M} .,:/()=+→·…@_-]|#\d+;|<br/>)*"`;
const id = '[a-z]+(?:-\\d+)?';
const line = new RegExp(
  [
    'flowchart TD',
    ` *${id}\\[${words}\\]:::(?:ok|broken|dropped|unknown)`,
    ` *subgraph ${id}\\[${words}\\]`,
    ' *end',
    ` *${id} (?:-->|--x|-\\.->)(?:\\|${words}\\|)? ${id}`,
    ' *linkStyle \\d+ [a-z0-9#:,-]+',
    ' *classDef [a-z]+ [a-z0-9#:, -]+',
  ]
    .map((pattern) => `^${pattern}$`)
    .join('|'),
  'u',
);

describe('the Mermaid flowchart', () => {
  it('draws the broken hop with its cause', () => {
    const lines = renderMermaid(pictureOf(snapshot, 'checkout')).split('\n');
    expect(lines[0]).toBe('flowchart TD');
    expect(lines).toContain(
      '  service --x|"Service checkout selects app=chekout, but the pods of Deployment checkout carry app=checkout."| endpoints',
    );
    expect(lines).toContain('  endpoints -.-> pods');
  });

  it('groups pods by zone', () => {
    const subgraphs = renderMermaid(pictureOf(snapshot, 'catalog'))
      .split('\n')
      .filter((one) => one.includes('subgraph'));
    expect(subgraphs.map((one) => one.trim())).toEqual([
      'subgraph pods["Pods"]',
      'subgraph zone-0["europe-west1-b"]',
      'subgraph zone-1["europe-west1-c"]',
      'subgraph zone-2["europe-west1-d"]',
    ]);
  });

  it('holds whatever the names hold: no word leaves its quotes', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        for (const one of renderMermaid(picture).split('\n')) expect(one).toMatch(line);
      }),
      { numRuns: 100 },
    );
  });
});
