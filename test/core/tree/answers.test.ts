import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { ExposeRequest, ManifestRequest } from '../../../src/core/ask/request.ts';
import { exposeAnswer, manifestRequestAnswer, proposalOf } from '../../../src/core/tree/answer-request.ts';
import { clusterFacts } from '../../../src/core/tree/cluster-facts.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { shop } from './cluster.yaml.ts';

const snapshot = await snapshotOf(shop);

function expose(words: string, seen = snapshot): Answer {
  const request = parseWords(words) as ExposeRequest;
  return exposeAnswer(request, proposalOf(request, clusterFacts(seen, request.workload, request.namespace)));
}

function manifest(words: string): Answer {
  const request = parseWords(words) as ManifestRequest;
  const cluster = request.workload === undefined ? undefined : clusterFacts(snapshot, request.workload, request.namespace);
  return manifestRequestAnswer(request, proposalOf(request, cluster));
}

describe('expose', () => {
  it('says the type and the reason in one sentence, why not the next two, and gives the YAML', () => {
    const said = expose('expose web -n shop --audience internet --protocol TCP');
    expect(flatten(said.headline)).toBe(
      'Use a LoadBalancer Service for web: callers come from the internet to one application, and it gives them one address that passes any TCP or UDP port on.',
    );
    expect(said.recommendation?.alternatives.map((one) => one.type)).toEqual(['Ingress-or-Gateway', 'NodePort', 'ClusterIP']);
    const text = renderPlain(said);
    expect(text).toContain('already has frontend (ClusterIP)');
    expect(text).toContain('charges for');
    expect(said.manifests?.[0]?.yaml).toContain('service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing');
    expect(said.manifests?.[0]?.yaml).toContain('targetPort: http');
  });

  it('asks who calls, with buttons that repeat the request with one fact more', () => {
    const said = expose('expose web -n shop');
    expect(flatten(said.headline)).toBe('To expose web I need to know one thing first.');
    expect(said.recommendation).toBeUndefined();
    const [ask] = said.asks ?? [];
    expect(ask?.options.find((one) => one.value === 'internet')?.request).toBe('expose web -n shop --audience internet');
    expect(ask?.options.find((one) => one.value === 'only-me')?.request).toBe('manifest port-forward web -n shop');
  });

  it('stays on the cluster that was asked about', () => {
    const requests = expose('expose web -n shop --cluster prod --audience cluster').actions.map((one) => one.request);
    expect(requests.filter((one) => one.includes('--cluster prod'))).toHaveLength(requests.length);
  });

  it('recommends the Service that is there already', () => {
    expect(renderPlain(expose('expose web -n shop --audience cluster'))).toContain(
      'frontend is already of the recommended type: use it',
    );
  });

  it('offers what was perhaps meant when there is no such workload', () => {
    const said = expose('expose wep -n shop --audience cluster');
    expect(said.problem).toEqual({ code: 'service-not-found' });
    expect(said.actions).toEqual([{ label: 'I mean web', request: 'expose web -n shop --audience cluster' }]);
    expect(said.manifests).toBeUndefined();
  });

  it('lets the person choose between namespaces', () => {
    expect(expose('expose web').actions.map((one) => one.request)).toEqual(['expose web -n shop', 'expose web -n staging']);
  });

  it('says what it could not read', () => {
    expect(renderPlain(expose('expose web -n shop --audience cluster', without(snapshot, ['nodes'])))).toMatch(
      /Not read: nodes/u,
    );
  });

  it('warns of a database on the internet and of a node port in production', () => {
    const text = renderPlain(
      expose('expose kafka -n shop --audience internet --protocol TCP --environment production --cloud none'),
    );
    expect(text).toContain('scanned within minutes');
    expect(text).toContain('node port in production');
  });

  it('has buttons and options that the grammar reads back', () => {
    for (const words of [
      'expose web -n shop',
      'expose kafka -n shop --audience internet',
      'expose web -n shop --audience outside-service',
    ]) {
      const said = expose(words);
      const requests = [
        ...said.actions.map((one) => one.request),
        ...(said.asks ?? []).flatMap((ask) => ask.options.map((one) => one.request)),
      ];
      expect(requests.length).toBeGreaterThan(0);
      for (const request of requests) expect(parseWords(request).verb).not.toBe('ask');
    }
  });
});

describe('what a product lets one expect', () => {
  const offline = (words: string): Answer => {
    const request = parseWords(words) as ExposeRequest;
    return exposeAnswer(request, proposalOf(request, undefined));
  };

  it('decides for a database that nobody described, and says that it is assumed', () => {
    const said = offline('expose shop-postgres');
    expect(said.recommendation?.type).toBe('ClusterIP');
    expect(said.recommendation?.trace[0]).toMatchObject({ from: 'default' });
    expect(said.manifests?.[0]?.yaml).toContain('port: 5432');
    expect(renderPlain(said)).toContain('Replace before use: the port 5432');
  });

  it('is not taken for something that was said', () => {
    expect(offline('expose kafka').facts).toEqual({ workload: 'kafka' });
    expect(offline('expose kafka').actions.map((one) => one.request)).toEqual(['manifest ClusterIP kafka']);
  });

  it('yields to the ports that the workload declares, and is not expected of its tools', () => {
    const yaml = manifest('manifest Headless kafka -n shop').manifests?.[0]?.yaml;
    expect(yaml).toContain('port: 9092');
    expect(offline('expose kafka-ui').recommendation).toBeUndefined();
  });
});

describe('manifest', () => {
  it('names a headless Service as the StatefulSet does', () => {
    const said = manifest('manifest Headless kafka -n shop');
    expect(said.manifests?.[0]?.name).toBe('kafka-peers-service.yaml');
    expect(said.manifests?.[0]?.yaml).toContain('clusterIP: None');
  });

  it('makes one Service a pod when clients outside must reach each', () => {
    const yaml =
      manifest('manifest LoadBalancer kafka -n shop --audience internet --per-pod-address').manifests?.[0]?.yaml ?? '';
    expect(yaml.match(/statefulset\.kubernetes\.io\/pod-name: kafka-\d/gu)).toHaveLength(3);
  });

  it('takes the IngressClass of the cluster', () => {
    expect(manifest('manifest ingress web -n shop').manifests?.[0]?.yaml).toContain('ingressClassName: alb');
  });

  it('gives the command for a port-forward', () => {
    expect(renderPlain(manifest('manifest port-forward web -n shop'))).toContain(
      'kubectl port-forward -n shop deployment/web 8080:8080',
    );
  });

  it('writes YAML for a workload that does not exist yet, and says so', () => {
    const text = renderPlain(manifest('manifest ClusterIP new-thing -n shop --port 80'));
    expect(text).toContain('There is no workload new-thing in namespace shop');
    expect(text).toContain('Replace before use: the selector labels');
  });
});
