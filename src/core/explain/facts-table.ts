import { formatAge } from '../answer/age.ts';
import { fields } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, plain, text, type Text } from '../answer/text.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import { formatSelector } from '../model/selectors/selector.ts';
import { lastChangeRow } from './changes.ts';
import { managedBy } from './managed-by.ts';
import { peopleRows } from './people.ts';
import type { Surroundings } from './surroundings.ts';
import { workloadsBehind } from './workloads-behind.ts';

/** The fields at a glance; a row that would say nothing is left out. */
export function factsTable(around: Surroundings): Part {
  const { service, now } = around;
  const { createdAt, deletedAt } = service.metadata;
  const manager = managedBy(service);
  const workloads = workloadsBehind(around);
  return fields([
    ['Type', plain(serviceTypeName(service))],
    ...clusterIpRow(service),
    ...(Object.keys(service.spec.selector).length === 0
      ? []
      : [['Selector', [code(formatSelector(service.spec.selector))]] as const]),
    ...(workloads.length === 0
      ? []
      : [['Pods of', joinTexts(workloads.map(({ kind, name }) => text`${kind} ${code(name)}`))] as const]),
    ...(manager === undefined ? [] : [['Managed by', manager] as const]),
    ...peopleRows(service),
    ...(createdAt === undefined ? [] : [['Age', plain(formatAge(now - createdAt))] as const]),
    ...lastChangeRow(around),
    ...(deletedAt === undefined ? [] : [['Being deleted', deletion(service, now - deletedAt)] as const]),
  ]);
}

function clusterIpRow(service: Service): (readonly [string, Text])[] {
  const { clusterIP, clusterIPs, type } = service.spec;
  if (type === 'ExternalName' || clusterIP === '') return [];
  const all = clusterIPs.length > 0 ? clusterIPs : [clusterIP];
  return [['Cluster IP', joinTexts(all.map(code))]];
}

function deletion(service: Service, sinceMs: number): Text {
  const { finalizers } = service.metadata;
  const waits = finalizers.length === 0 ? [] : text`, waits for ${joinTexts(finalizers.map(code))}`;
  return text`since ${formatAge(sinceMs)}${waits}`;
}
