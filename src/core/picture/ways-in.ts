import { hostAndPorts, callerPorts } from '../explain/addresses.ts';
import { count, flatten } from '../answer/text.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { isHeadless, type Service } from '../model/kinds/service.ts';
import type { Entry } from './entries.ts';
import { edge, faultAt, type Fault } from './faults.ts';
import type { PictureEdge, PictureNode } from './traffic-picture.ts';

/** Columns beside that of the pods in the cluster; more are drawn as one. */
const MOST_ENTRIES = 2;

interface Way {
  readonly client: PictureNode;
  readonly entry?: PictureNode;
  readonly edges: readonly PictureEdge[];
}

export interface WaysIn {
  readonly clients: readonly PictureNode[];
  readonly entries: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Who comes to the Service and by what, broken ways first, pods of the cluster last. */
export function waysIn(service: Service, pods: readonly Pod[], entries: readonly Entry[], faults: readonly Fault[]): WaysIn {
  const isBroken = (entry: Entry) =>
    faultAt(faults, 'to-entry', entry) !== undefined || faultAt(faults, 'from-entry', entry) !== undefined;
  const ordered = [...entries.filter(isBroken), ...entries.filter((entry) => !isBroken(entry))];
  const merged = ordered.length <= MOST_ENTRIES ? ordered.map((entry) => [entry]) : [ordered.slice(0, 1), ordered.slice(1)];
  const ways = [
    ...merged.map((together, way) => outsideWay(together, way, faults)),
    insideWay(service, pods, merged.length, faults),
  ];
  return {
    clients: ways.map(({ client }) => client),
    entries: ways.flatMap(({ entry }) => entry ?? []),
    edges: ways.flatMap(({ edges }) => edges),
  };
}

function outsideWay(together: readonly Entry[], way: number, faults: readonly Fault[]): Way {
  const ids = { client: `client-${way}`, entry: `entry-${way}` };
  const find = (hop: 'to-entry' | 'from-entry') =>
    together.map((entry) => faultAt(faults, hop, entry)).find((fault) => fault !== undefined);
  const comes = edge(ids.client, ids.entry, find('to-entry'));
  const passes = edge(ids.entry, 'service', find('from-entry') ?? faultAt(faults, 'to-service'));
  const [only] = together;
  const single = together.length === 1 && only !== undefined;
  const clients = new Set(together.map(({ client }) => client));
  return {
    client: {
      id: ids.client,
      title: clients.size === 1 ? ([...clients][0] ?? '') : 'Outside the cluster',
      lines: [],
      state: 'ok',
      way,
    },
    entry: {
      id: ids.entry,
      title: single ? only.title : count(together.length, 'more way in', 'more ways in'),
      lines: single ? only.lines : titlesOf(together),
      state: comes.state === 'broken' ? 'broken' : 'ok',
      way,
    },
    edges: [comes, comes.state === 'broken' ? { from: ids.entry, to: 'service', state: 'dropped' } : passes],
  };
}

function titlesOf(entries: readonly Entry[]): readonly string[] {
  const shown = entries.slice(0, 3).map(({ title }) => title);
  return entries.length > shown.length ? [...shown, `and ${entries.length - shown.length} more`] : shown;
}

function insideWay(service: Service, pods: readonly Pod[], way: number, faults: readonly Fault[]): Way {
  const { name, namespace } = service.metadata;
  const id = `client-${way}`;
  return {
    client: {
      id,
      title: 'Pods in the cluster',
      lines: [
        flatten(hostAndPorts(`${name}.${namespace}`, callerPorts(service, pods))),
        ...(isHeadless(service) ? ['DNS gives the addresses of the pods'] : []),
      ],
      state: 'ok',
      way,
    },
    edges: [edge(id, 'service', faultAt(faults, 'in-cluster') ?? faultAt(faults, 'to-service'))],
  };
}
