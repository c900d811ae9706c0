import { describe, expect, it } from 'vitest';
import { projectService } from '../../../src/read/project/service.ts';

const managed = (managedFields: unknown) => projectService({ metadata: { name: 'web', managedFields } }).metadata.changes;
const entry = {
  manager: 'helm',
  operation: 'Update',
  time: '2026-03-10T09:00:00Z',
  fieldsV1: {
    'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
    'f:spec': { 'f:ports': { 'k:{"port":80}': {} }, 'f:type': {} },
  },
};

describe('the writers of a Service', () => {
  it('are kept with their time and the fields that are theirs, two levels deep', () => {
    const at = Date.parse('2026-03-10T09:00:00Z');
    expect(managed([entry, { ...entry, manager: 'cloud', subresource: 'status', fieldsV1: { 'f:status': {} } }])).toEqual([
      {
        manager: 'helm',
        operation: 'Update',
        time: at,
        subresource: undefined,
        fields: ['metadata.labels', 'spec.ports', 'spec.type'],
      },
      { manager: 'cloud', operation: 'Update', time: at, subresource: 'status', fields: ['status'] },
    ]);
  });

  it('share the list of fields where it is the same, so that a scan holds it once', () => {
    expect(managed([entry])?.[0]?.fields).toBe(managed([{ ...entry, manager: 'other' }])?.[0]?.fields);
  });

  it.each([undefined, [], {}, 'x'])('are absent where there is nothing to read: %j', (managedFields) => {
    expect(managed(managedFields)).toBeUndefined();
  });

  it('of an entry without fields or time are no fault', () => {
    expect(managed([{ manager: 'x' }])).toEqual([
      { manager: 'x', operation: '', time: undefined, subresource: undefined, fields: [] },
    ]);
  });
});
