import { flatten } from '../answer/text.ts';
import { walkAlias, type AliasHop } from '../explain/alias-walk.ts';
import { healthOf } from '../explain/health.ts';
import { surroundingsOf } from '../explain/surroundings.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { edge, faultAt, type Fault } from './faults.ts';
import type { PictureEdge, PictureNode, PictureStage } from './traffic-picture.ts';

export interface AliasPath {
  readonly stages: readonly PictureStage[];
  readonly edges: readonly PictureEdge[];
  readonly summary: string;
}

/** Where the name of an ExternalName Service leads: the Services of the cluster on the way, and the name at its end. */
export function aliasPath(snapshot: Snapshot, service: Service, faults: readonly Fault[]): AliasPath {
  const to = edge('service', 'outside', faultAt(faults, 'outside') ?? faultAt(faults, 'endpoints'));
  const hops = walkAlias(snapshot, service);
  const last = hops.length === 0 ? service : hops.at(-1)?.service;
  const leavesTheCluster = last?.spec.type === 'ExternalName' && hops.at(-1)?.again !== true;
  const found = [
    ...hops.map((hop) => hopNode(snapshot, hop)),
    ...(leavesTheCluster ? [outsideNode(last.spec.externalName ?? '')] : []),
  ].map((node, at) => ({ ...node, id: at === 0 ? 'outside' : `outside-${at}` }));
  const nodes = found.map((node, at) => (at === 0 && to.state === 'broken' ? { ...node, state: 'broken' as const } : node));
  return {
    stages: nodes.map((node) => ({ kind: 'outside' as const, nodes: [node] })),
    edges: [to, ...nodes.slice(1).map((node, at): PictureEdge => ({ from: nodes[at]?.id ?? '', to: node.id, state: 'ok' }))],
    summary: 'An alias: no traffic passes the Service',
  };
}

/** Nobody has looked at it: it may be down, or not exist. */
function outsideNode(title: string): Omit<PictureNode, 'id'> {
  return { title, lines: ['callers go there themselves', 'outside the cluster: not checked'], state: 'unknown' };
}

const states = { ok: 'ok', info: 'ok', warning: 'ok', critical: 'dropped' } as const;

function hopNode(snapshot: Snapshot, { path, service, again }: AliasHop): Omit<PictureNode, 'id'> {
  const title = `Service ${path}`;
  if (service === undefined) return { title, lines: ['there is none of that name'], state: 'dropped' };
  if (again) return { title, lines: ['the aliases go round in a circle'], state: 'dropped' };
  const { say, status } = healthOf(surroundingsOf(snapshot, service));
  return {
    title,
    lines: [serviceTypeName(service), ...(say.length === 0 ? [] : [flatten(say)])],
    state: status === undefined ? 'unknown' : states[status],
  };
}
