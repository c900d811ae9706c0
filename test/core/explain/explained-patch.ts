import { flatten } from '../../../src/core/answer/text.ts';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { explainService } from '../../../src/core/explain/explain-service.ts';
import { expandCluster, type Patch } from '../../support/scenario-cluster.ts';
import { serviceIn, snapshotOf } from '../../support/snapshot-of.ts';

const container = { name: 'app', image: 'app:1', ports: [{ name: 'http', containerPort: 8080 }] };

/** A pod of namespace shop behind app=web, on a node of its own zone. */
export function pod(number: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    metadata: { labels: { app: 'web' }, uid: `pod-${number}` },
    spec: { nodeName: `node-${number}`, containers: [container], ...more },
    status: {
      phase: 'Running',
      podIP: `10.244.${number}.5`,
      containerStatuses: [{ name: 'app', ready: true, restartCount: 0, state: { running: {} } }],
    },
  };
}

const node = (number: number) => ({
  metadata: { labels: { 'topology.kubernetes.io/zone': `zone-${number}` } },
  status: { addresses: [{ type: 'InternalIP', address: `10.0.0.1${number}` }] },
});

const base: Patch = {
  'Node/node-1': node(1),
  'Node/node-2': node(2),
  'Pod/web-1': pod(1),
  'Pod/web-2': pod(2),
  'Service/web': {
    metadata: { uid: 'svc-web', creationTimestamp: '5d ago' },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.20',
      selector: { app: 'web' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
    },
  },
};

/** Service `web` with two healthy pods on two nodes, and what the patch makes of it. */
export async function explainedWith(patch: Patch, name = 'web'): Promise<Answer> {
  const items = expandCluster(base, [patch]);
  const snapshot = await snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return explainService(snapshot, serviceIn(snapshot, name));
}

export const headlineOf = (answer: Answer): string => flatten(answer.headline);

/** The first paragraph: what it is in words. */
export function wordsOf({ parts }: Answer): string {
  const first = parts.find((part) => part.kind === 'text');
  return first?.kind === 'text' ? flatten(first.text) : '';
}

/** The lines of the list or the rows of the fields under a heading; empty where it is missing. */
export function under({ parts }: Answer, heading: string): readonly string[] {
  const at = parts.findIndex((part) => part.kind === 'heading' && part.text === heading);
  const next = at === -1 ? undefined : parts[at + 1];
  if (next?.kind === 'list') return next.items.map(flatten);
  return next?.kind === 'fields' ? next.fields.map(({ name, value }) => `${name}: ${flatten(value)}`) : [];
}
