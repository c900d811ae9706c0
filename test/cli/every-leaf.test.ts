import { describe, expect, it } from 'vitest';
import { leafById, leaves } from '../../src/core/tree/all.ts';
import { answerInTerminal } from '../support/run-in-terminal.ts';
import { sampleObjects, type SampleObject } from '../support/sample-objects.ts';

const everything = sampleObjects();
/** Its NetworkPolicy admits only pods to postgres: from outside nothing would arrive, as the clashes show. */
const open = everything.filter((one) => one.kind !== 'NetworkPolicy');
const over = (objects: readonly SampleObject[], words: readonly string[]) =>
  answerInTerminal([...words, '-n', 'shop', '--from', '-'], JSON.stringify(objects));
const clusterFor = (id: string) => (id.endsWith('-each-pod') ? open : everything);

/** Each leaf as flags lead to it and as people say it; what the YAML has to hold besides. */
const ways: Readonly<Record<string, { readonly words: string; readonly said: string; readonly yaml: readonly RegExp[] }>> = {
  'cluster-ip': {
    words: 'expose web --audience cluster',
    said: 'I want to expose web in namespace shop to other pods in the cluster',
    yaml: [/type: ClusterIP/u, /namespace: shop/u, /app: web/u, /targetPort: http/u],
  },
  headless: {
    words: 'expose postgres --audience cluster --per-pod-address',
    said: 'clients in the cluster must reach each pod of postgres in namespace shop by its own name',
    yaml: [/clusterIP: None/u, /app: postgres/u],
  },
  'node-port': {
    words: 'expose web --audience vpc/internal-network --cloud none',
    said: 'give me a manifest of a NodePort service for web in namespace shop',
    yaml: [/type: NodePort/u],
  },
  'node-port-local': {
    words: 'expose web --audience internet --environment local',
    said: 'minikube: open web of namespace shop in the browser of my laptop',
    yaml: [/type: NodePort/u],
  },
  'node-port-each-pod': {
    words: 'expose postgres --audience vpc/internal-network --per-pod-address --cloud none',
    said: 'each pod of statefulset postgres in namespace shop must be reachable from our office network, bare metal without load balancer',
    yaml: [/name: postgres.*-0/u, /statefulset\.kubernetes\.io\/pod-name: postgres-0/u],
  },
  'load-balancer': {
    words: 'expose web --audience internet --protocol TCP',
    said: 'expose web in namespace shop to the internet with plain TCP',
    yaml: [/type: LoadBalancer/u],
  },
  'load-balancer-own-network': {
    words: 'expose web --audience vpc/internal-network --cloud metallb',
    said: 'metallb: expose web in namespace shop to our office network',
    yaml: [/type: LoadBalancer/u],
  },
  'load-balancer-each-pod': {
    words: 'expose postgres --audience internet --per-pod-address',
    said: 'each pod of statefulset postgres in namespace shop must be reachable from the internet by itself',
    yaml: [/type: LoadBalancer/u, /pod-name: postgres-0/u],
  },
  'load-balancer-internal': {
    words: 'expose web --audience vpc/internal-network',
    said: 'expose web in namespace shop to our VPC only',
    yaml: [/networking\.gke\.io\/load-balancer-type: Internal/u],
  },
  'external-name': {
    words: 'manifest ExternalName --service rates --external-host rates.example.org',
    said: 'pods in namespace shop should reach rates.example.org under the name rates',
    yaml: [/externalName: rates\.example\.org/u],
  },
  selectorless: {
    words: 'manifest selectorless-Service --service oracle --port 1521 --external-host 10.20.0.5',
    said: 'oracle runs on 10.20.0.5:1521, a VM outside; pods in namespace shop should call it as oracle:1521',
    yaml: [/kind: EndpointSlice/u, /10\.20\.0\.5/u, /port: 1521/u],
  },
  ingress: {
    words: 'expose web --audience internet --http-routing --protocol HTTP',
    said: 'expose web in namespace shop on the internet by several host names over HTTP',
    yaml: [/kind: Ingress/u, /ingressClassName: nginx/u, /name: web\n/u],
  },
};

const named = Object.entries(ways);

describe('the manifest of every leaf over the sample cluster', () => {
  it('is asked for below: all but the port-forward, which is a command', () => {
    expect([...Object.keys(ways), 'port-forward'].sort()).toEqual(leaves.map((leaf) => leaf.id).sort());
  });

  it.each(named)('%s is proven against the rules of the API and by every check', async (id, { words, yaml }) => {
    const answer = await over(clusterFor(id), words.split(' '));
    expect(answer.headline).toContain(leafById(id)?.because);
    expect(answer.findings ?? []).toEqual([]);
    expect(answer.manifests?.map((one) => one.proven)).toEqual([['schema', 'checks']]);
    for (const pattern of yaml) expect(answer.manifests?.[0]?.yaml).toMatch(pattern);
    expect(answer.text).toContain(
      'Passed: the rules of the API (the fields of Kubernetes 1.36) and the triage checks against the cluster.',
    );
    expect(answer.exitCode).toBe(0);
  });

  it.each(named)('%s is proven the same way when it is asked for in words', async (id, { said }) => {
    const answer = await over(clusterFor(id), ['ask', said]);
    expect(answer.recommendation?.type).toBe(leafById(id)?.recommend);
    expect(answer.findings ?? []).toEqual([]);
    expect(answer.manifests?.map((one) => one.proven)).toEqual([['schema', 'checks']]);
  });

  it('of a port-forward is a command and no YAML', async () => {
    const answer = await over(everything, ['manifest', 'port-forward', 'web']);
    expect(answer.manifests).toBeUndefined();
    expect(answer.text).toContain('kubectl port-forward -n shop deployment/web 8080:8080');
  });
});
