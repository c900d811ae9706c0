import { beforeAll, describe, expect, it } from 'vitest';
import type { ResourceName } from '../../src/core/model/resources.ts';
import { ApiError } from '../../src/read/cluster/api-error.ts';
import { isProtobuf, JSON_TYPE, jsonOf } from '../../src/read/cluster/body.ts';
import { Connection } from '../../src/read/cluster/connection.ts';
import { loadKubeConfig } from '../../src/read/cluster/kube-config.ts';
import { pathOf } from '../../src/read/cluster/list-resource.ts';
import { projections } from '../../src/read/project/projections.ts';
import { array, raw, type Raw } from '../../src/read/project/raw.ts';
import { kinds } from '../../src/read/protobuf/kept-fields.generated.ts';
import { readList } from '../../src/read/protobuf/list.ts';
import { PROTOBUF } from '../../src/read/protobuf/envelope.ts';
import { waitFor } from './control-plane/wait-for.ts';
import { applyAllCases } from './support/apply-cases.ts';
import { kubeconfigs, kubectl } from './support/cluster.ts';

type Resource = keyof typeof kinds & ResourceName;
const resources = Object.keys(kinds) as Resource[];
/** What no case has. Nothing of it runs. */
const rest = `
apiVersion: v1
kind: Namespace
metadata: { name: protobuf }
---
apiVersion: v1
kind: ReplicationController
metadata: { name: old, namespace: protobuf }
spec: { replicas: 0, selector: { app: old }, template: { metadata: { labels: { app: old } }, spec: { containers: [{ name: app, image: registry.example/app:1, readinessProbe: { grpc: { port: 9000 } }, livenessProbe: { exec: { command: ['true'] } }, startupProbe: { tcpSocket: { port: 80 } }, resources: { limits: { memory: 64Mi } } }], dnsConfig: { options: [{ name: ndots, value: '2' }] }, dnsPolicy: ClusterFirst, hostNetwork: false } } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: once, namespace: protobuf }
spec: { suspend: true, template: { metadata: { labels: { app: once } }, spec: { restartPolicy: Never, initContainers: [{ name: side, image: registry.example/side:1, restartPolicy: Always }], containers: [{ name: app, image: registry.example/app:1 }] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: protobuf }
spec: { suspend: true, schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: app, image: registry.example/app:1 }] } } } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: protobuf }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 5 }
`;
const within = () => AbortSignal.timeout(20_000);

async function connect(kubeconfig: string): Promise<Connection> {
  const config = await loadKubeConfig({ file: kubeconfig });
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Error('the kubeconfig names no cluster');
  return Connection.open(config, cluster);
}

describe('protobuf of a real API server', () => {
  let connection: Connection;
  beforeAll(async () => {
    await applyAllCases();
    await kubectl(['apply', '-f', '-'], rest);
    connection = await connect(kubeconfigs.admin);
  });

  it.each(resources)('says of %s what its JSON says', async (resource) => {
    const project = (items: readonly Raw[]) => items.map((one) => projections[resource](one));
    const asProtobuf = async () => {
      const body = await connection.open(pathOf(resource, undefined), {}, within(), PROTOBUF);
      expect(isProtobuf(body)).toBe(true);
      const items: Raw[] = [];
      for await (const some of (await readList(resource, body.chunks)).items) items.push(...some);
      return project(items);
    };
    const asJson = async () => {
      const list = raw(await jsonOf(await connection.open(pathOf(resource, undefined), {}, within(), JSON_TYPE)));
      return project(array(list['items']).map(raw));
    };
    // kwok's pods live on: when something changes between the two, both are read again.
    await waitFor(`${resource} are the same`, async () => expect(await asProtobuf()).toEqual(await asJson()), {
      timeoutMs: 20_000,
    });
    expect((await asProtobuf()).length).toBeGreaterThan(0);
  });

  it('is read in a refusal, too', async () => {
    const stranger = await connect(kubeconfigs['services-reader']);
    const refused = await stranger.open(pathOf('pods', undefined), {}, within(), PROTOBUF).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ status: 403, reason: 'Forbidden' });
  });
});
