import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { resources, type ResourceName } from '../../../src/core/model/resources.ts';
import { projections } from '../../../src/read/project/projections.ts';
import type { Raw } from '../../../src/read/project/raw.ts';
import { kinds } from '../../../src/read/protobuf/kept-fields.generated.ts';
import { hasProtobuf, messageOf } from '../../../src/read/protobuf/known-messages.ts';
import type { Message } from '../../../src/read/protobuf/message.ts';
import { readScenario, scenarioNames } from '../../support/scenario.ts';

/** What `events.k8s.io/v1` calls otherwise, and what older clusters and other versions of a kind have: only in dumps. */
const elsewhere = new Set([
  'regarding',
  'note',
  'deprecatedCount',
  'deprecatedLastTimestamp',
  'deprecatedFirstTimestamp',
  'reportingController',
]);

/** Asked for of every workload and every probe, and no field of this kind. */
const noSuchField = new Set([
  'daemonsets spec.replicas',
  'daemonsets spec.paused',
  'daemonsets status.updateRevision',
  'deployments status.updateRevision',
  'replicasets spec.paused',
  'replicasets status.updatedReplicas',
  'replicasets status.updateRevision',
  'statefulsets spec.paused',
]);
const isOfAnotherProbe = (path: string) => /Probe\.(?:tcpSocket|grpc|exec)\.(?:scheme|port)$/u.test(path);

const names = scenarioNames();
const objects = names.flatMap((name) => {
  const { cluster, nearMisses } = readScenario(
    name,
    allChecks.map(({ id }) => id),
  );
  return [...cluster, ...nearMisses.flat()];
});
const byKind = Map.groupBy(objects, (object) => String(object['kind']));
const wanted = (Object.keys(resources) as ResourceName[]).filter(hasProtobuf).filter((one) => byKind.has(resources[one].kind));

describe('the fields that are kept of protobuf', () => {
  it('are looked at for every kind that the scenarios have', () => {
    expect(wanted.length).toBeGreaterThan(12);
  });

  it.each(wanted)('are all that the projection of %s reads: else run scripts/cut-protobuf.ts', (resource) => {
    const unknown = new Set<string>();
    for (const object of byKind.get(resources[resource].kind) ?? []) {
      projections[resource](watched(object, messageOf(kinds[resource]), '', unknown));
    }
    expect([...unknown].filter((path) => !noSuchField.has(`${resource} ${path}`) && !isOfAnotherProbe(path))).toEqual([]);
  });
});

/** The object, which notes the path of what is read of it and not in the message. */
function watched(object: Raw, message: Message, path: string, unknown: Set<string>): Raw {
  const fields = new Map(flat(message).map((field) => [field.name, field]));
  return new Proxy(object, {
    get(target, name) {
      const value = (target as Record<string | symbol, unknown>)[name];
      if (typeof name === 'symbol' || name === 'toJSON') return value;
      const field = fields.get(name);
      if (field === undefined) {
        if (!elsewhere.has(name)) unknown.add(`${path}${name}`);
        return value;
      }
      if (typeof field.type === 'string' || field.many === 'map') return value;
      const { type } = field;
      const below = (one: unknown) =>
        typeof one === 'object' && one !== null ? watched(one as Raw, type, `${path}${name}.`, unknown) : one;
      return Array.isArray(value) ? value.map(below) : below(value);
    },
  });
}

function flat(message: Message): readonly NonNullable<Message[number]>[] {
  return message.flatMap((field) => (field === undefined ? [] : field.name === '' ? flat(field.type as Message) : [field]));
}
