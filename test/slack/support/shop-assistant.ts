import type { Assistant } from '../../../src/app/assistant.ts';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import type { Reader } from '../../../src/core/model/reader.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';

const deployment = (name: string, namespace: string, port: number) => `
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: ${name}, namespace: ${namespace}, uid: d-${name}-${namespace} }
    spec:
      replicas: 1
      selector: { matchLabels: { app: ${name} } }
      template:
        metadata: { labels: { app: ${name} } }
        spec: { containers: [{ name: app, image: app, ports: [{ name: http, containerPort: ${port} }] }] }
    status: { replicas: 1, readyReplicas: 1 }`;

const service = (name: string, namespace: string, app: string) => `
  - apiVersion: v1
    kind: Service
    metadata: { name: ${name}, namespace: ${namespace}, uid: s-${name}-${namespace} }
    spec: { type: ClusterIP, clusterIP: 10.0.0.9, selector: { app: ${app} }, ports: [{ port: 80, targetPort: 8080 }] }
  - apiVersion: v1
    kind: Pod
    metadata: { name: ${name}-1, namespace: ${namespace}, uid: p-${name}-${namespace}, labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] }
    status: { phase: Running, podIP: 10.1.0.1, conditions: [{ type: Ready, status: 'True' }] }`;

const namespace = (name: string) => `
  - apiVersion: v1
    kind: Namespace
    metadata: { name: ${name}, uid: n-${name}, labels: { kubernetes.io/metadata.name: ${name} } }`;

const cluster = `
apiVersion: v1
kind: List
items:${namespace('shop')}${namespace('prod')}${deployment('web', 'shop', 8080)}${deployment('api', 'shop', 9090)}${service(
  'checkout',
  'shop',
  'chekout',
)}${service('checkout', 'prod', 'checkout')}
`;

/**
 * The real assistant over a small cluster: workloads web and api, and a Service checkout that is broken in one namespace.
 * `now` is the cluster's YAML at the time of a request, when it changes.
 */
export function shopAssistant(now: (yaml: string) => string = (yaml) => yaml): Assistant {
  const readers = new Map<string, Reader>();
  const read = (text: string): Reader => {
    const reader = readers.get(text) ?? createFileReader({ files: [{ name: 'shop.yaml', text }], cluster: 'test' });
    readers.set(text, reader);
    return reader;
  };
  return makeAssistant({
    names: ['test'],
    defaultName: 'test',
    open: () => Promise.resolve(read(now(cluster))),
  });
}
