import { describe, expect, it, vi } from 'vitest';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { inWorkspace, readable } from './support/fake-workspace.ts';

const cluster = `
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Namespace
    metadata: { name: shop, uid: n1, labels: { kubernetes.io/metadata.name: shop } }
  - apiVersion: v1
    kind: Service
    metadata: { name: checkout, namespace: shop, uid: s1 }
    spec: { type: ClusterIP, clusterIP: 10.0.0.9, selector: { app: chekout }, ports: [{ port: 80, targetPort: 8080 }] }
  - apiVersion: v1
    kind: Pod
    metadata: { name: checkout-1, namespace: shop, uid: p1, labels: { app: checkout } }
    spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] }
    status: { phase: Running, podIP: 10.1.0.1, conditions: [{ type: Ready, status: 'True' }] }
  - apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: { name: checkout-x, namespace: shop, uid: e1, labels: { kubernetes.io/service-name: checkout } }
    addressType: IPv4
    endpoints: []
    ports: []
`;

const assistant = makeAssistant(
  singleCluster('test', () =>
    Promise.resolve(createFileReader({ files: [{ name: 'shop.yaml', text: cluster }], cluster: 'test' })),
  ),
);

describe('the whole way from Slack to a cluster', () => {
  it('names the typo in a selector and the command that mends it', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        await slack.sendCommand('triage checkout -n shop');
        const [card] = await vi.waitFor(() => {
          const messages = slack.workspace.messages('C0K8GENERAL');
          expect(messages).toHaveLength(1);
          return messages;
        });
        expect(readable(card)).toContain('chekout');
        expect(readable(card)).toMatch(/kubectl .*checkout/u);
        expect(readable(card)).toContain('Share here');
      },
      { assistant },
    ));

  it.each([
    '',
    'help',
    'scan -n shop',
    'list -n shop',
    'explain checkout -n shop',
    'expose checkout -n shop',
    'manifest ClusterIP checkout -n shop',
    'triage nowhere',
    'how do I expose postgres to the internet?',
    'watch checkout',
    'use x',
    'nonsense',
  ])('answers "/k8s-svc %s"', (words) =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        await slack.sendCommand(words);
        await vi.waitFor(() => expect(readable(slack.workspace.messages('C0K8GENERAL').at(-1))).not.toBe(''));
        expect(readable(slack.workspace.messages('C0K8GENERAL').at(-1))).not.toContain('inside k8s-svc');
      },
      { assistant },
    ),
  );
});
