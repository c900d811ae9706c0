import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutManagedFields, parseList } from '../../../src/read/cluster/parse-list.ts';
import { hostileStrings } from '../../support/hostile-strings.ts';

/** What a writer may be called: `fieldManager` is free text of up to 128 characters. */
const managers = fc.oneof(
  fc.constantFrom('kubectl', ']},"', ']},', '},"spec":{"x":[', '"metadata":{', ',"managedFields":[', ...hostileStrings),
  fc.string({ maxLength: 20 }),
);
const writers = fc.array(fc.record({ manager: managers, fieldsV1: fc.dictionary(managers, fc.constant({}), { maxKeys: 3 }) }), {
  maxLength: 3,
});
const object = fc.record({
  metadata: fc.tuple(fc.dictionary(fc.string({ maxLength: 8 }), fc.string()), writers).map(([rest, managedFields]) => {
    const { managedFields: _, ...before } = rest as Record<string, unknown>;
    // Last, as the API server writes it.
    return managedFields.length === 0 ? before : { ...before, managedFields };
  }),
  spec: fc.option(fc.record({ nodeName: fc.string(), template: fc.constant({ metadata: { labels: { app: 'web' } } }) }), {
    nil: undefined,
  }),
});

function withoutWriters(list: { items: readonly { metadata: Record<string, unknown> }[] }): unknown {
  return { ...list, items: list.items.map((one) => ({ ...one, metadata: { ...one.metadata, managedFields: undefined } })) };
}

describe('a list of pods', () => {
  it('is the same as the whole list but for its writers, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(object, { maxLength: 5 }), (items) => {
        const text = JSON.stringify({ kind: 'PodList', metadata: { resourceVersion: '1' }, items });
        const parsed = parseList('pods', text) as { items: { metadata: Record<string, unknown> }[] };
        expect(withoutWriters(parsed)).toEqual(withoutWriters(JSON.parse(text) as typeof parsed));
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses them before it is parsed', () => {
    const one = { metadata: { name: 'web', managedFields: [{ manager: 'kubelet', fieldsV1: { 'f:status': {} } }] }, spec: {} };
    const text = JSON.stringify({ items: [one, one] });
    expect(cutManagedFields(text)).toBe(
      '{"items":[{"metadata":{"name":"web"},"spec":{}},{"metadata":{"name":"web"},"spec":{}}]}',
    );
  });

  it.each(['services', 'deployments'] as const)('keeps the writers of %s, which explain and triage name', (resource) => {
    const text = JSON.stringify({ items: [{ metadata: { name: 'web', managedFields: [{ manager: 'helm' }] }, spec: {} }] });
    expect(parseList(resource, text)).toEqual(JSON.parse(text));
  });

  it('that is no JSON is refused', () => {
    expect(() => parseList('pods', '<html>,"managedFields":[ ]},"')).toThrow(SyntaxError);
  });
});
