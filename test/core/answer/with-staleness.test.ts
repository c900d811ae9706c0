import { describe, expect, it } from 'vitest';
import { answer, paragraph } from '../../../src/core/answer/build.ts';
import { plain } from '../../../src/core/answer/text.ts';
import { withStaleness } from '../../../src/core/answer/with-staleness.ts';
import { toJson } from '../../../src/render/json/render-json.ts';

const asOf = Date.parse('2026-11-20T14:02:11Z');
const of = (resources: readonly string[] | undefined) =>
  withStaleness(
    answer('triage', 'All is well.', {
      parts: [paragraph(plain('It has endpoints.'))],
      read: { cluster: 'prod', at: asOf + 25_000, ...(resources === undefined ? {} : { stale: { asOf, resources } }) },
    }),
  );

describe('an answer out of facts that are not up to date', () => {
  it('says so before anything else, and as data', () => {
    const json = toJson(of(['pods']));
    expect(json.text).toMatch(/All is well\.\n+As of 14:02:11 UTC, 25s ago: the watch of pods is being renewed\.\n+It has/u);
    expect(json.stale).toEqual({ asOf: '2026-11-20T14:02:11.000Z', resources: ['pods'] });
  });

  it('names every watch that broke', () => {
    expect(toJson(of(['pods', 'nodes', 'events'])).text).toContain('the watches of pods, nodes and events are being renewed');
  });

  it('says nothing when all is up to date', () => {
    const json = toJson(of(undefined));
    expect(json.text).not.toContain('As of');
    expect(json).not.toHaveProperty('stale');
  });
});
