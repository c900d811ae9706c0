import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { formatRequest } from '../../src/core/ask/format-request.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';
import { sampleObjects } from '../support/sample-objects.ts';

const sample = sampleObjects();
const ask = (words: readonly string[], objects: readonly object[] = sample) =>
  answerInTerminal([...words, '-n', 'shop', '--from', '-'], JSON.stringify(objects));
const objectsOf = (answer: Awaited<ReturnType<typeof ask>>) =>
  loadAll(answer.manifests?.[0]?.yaml ?? '') as { kind: string; spec: Record<string, unknown> }[];

describe('a NetworkPolicy that is wanted beside the Service', () => {
  it('admits pods with these labels to the ports of the pods, and is proven', async () => {
    const answer = await ask(['manifest', 'ClusterIP', 'cart', '--allow-from', 'app=web']);
    expect(objectsOf(answer)[1]).toMatchObject({
      kind: 'NetworkPolicy',
      spec: {
        podSelector: { matchLabels: { app: 'cart' } },
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ protocol: 'TCP', port: 'http' }] }],
      },
    });
    expect(answer.findings ?? []).toEqual([]);
    expect(answer.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
  });

  it('is understood in words, and found to admit nobody when no pod has the label', async () => {
    const answer = await ask([
      'ask',
      'give me a manifest for a ClusterIP service for web in namespace shop with a network policy that lets only team=frontend in',
    ]);
    expect(answer.manifests?.[0]?.yaml).toContain('team: frontend');
    expect(answer.findings?.map((finding) => finding.check)).toContain('netpol-peer-matches-nothing');
    expect(answer.manifests?.[0]?.proven).toEqual(['schema']);
  });

  it('admits addresses where clients come from outside, and any namespace before an Ingress', async () => {
    const balanced = await ask(['manifest', 'LoadBalancer', 'web', '--with-network-policy']);
    expect(balanced.manifests?.[0]?.yaml).toMatch(/cidr: 0\.0\.0\.0\/0/u);
    expect(balanced.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
    const entry = await ask(['manifest', 'Ingress', 'cart', '--protocol', 'HTTP', '--with-network-policy']);
    expect(objectsOf(entry).map((one) => one.kind)).toEqual(['Ingress', 'NetworkPolicy']);
    expect(entry.manifests?.[0]?.yaml).toContain('namespaceSelector: {}');
    expect(entry.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
  });

  it('is written only when it is asked for', async () => {
    expect(objectsOf(await ask(['manifest', 'ClusterIP', 'cart'])).map((one) => one.kind)).toEqual(['Service']);
  });

  it.each([
    'expose web -n shop --allow-from app=cart',
    'manifest NodePort web --with-network-policy',
    'manifest NodePort web --patch',
    'expose web -n shop --sticky',
    'manifest NodePort web --with-network-policy --sticky',
  ])('has words that a button can carry: %s', (words) => {
    const request = parseWords(words.split(' '));
    expect(parseWords(formatRequest(request).split(' '))).toEqual(request);
  });

  it('stays wanted in the buttons below', async () => {
    const next = async (words: string) => (await ask(words.split(' '))).text;
    expect(await next('expose cart --audience cluster --allow-from app=web')).toMatch(
      /k8s-svc manifest \S+ cart -n shop .*--allow-from app=web {2,}# .* instead/u,
    );
    expect(await next('manifest NodePort web --with-network-policy')).toMatch(
      /k8s-svc manifest LoadBalancer web -n shop --with-network-policy {2,}# LoadBalancer instead/u,
    );
    expect(await next('expose catr --audience cluster --with-network-policy')).toMatch(
      /k8s-svc expose cart -n shop .*--with-network-policy {2,}# I mean cart/u,
    );
  });

  it('with something that is no label gets a sentence', async () => {
    const { code, err } = await runInTerminal(['manifest', 'ClusterIP', 'web', '--allow-from', 'cart', '--offline']);
    expect(code).toBe(2);
    expect(err).toContain('--allow-from cart is no label.');
  });
});

describe('the ports of a second Service for a workload', () => {
  const portsOf = async (words: readonly string[], objects = sample) => objectsOf(await ask(words, objects))[0]?.spec['ports'];

  it('are those under which it is called already', async () => {
    expect(await portsOf(['manifest', 'LoadBalancer', 'web'])).toEqual([
      { name: 'http', protocol: 'TCP', port: 80, targetPort: 'http' },
    ]);
    expect(await portsOf(['manifest', 'LoadBalancer', 'web', '--port', '8443'])).toMatchObject([{ port: 8443 }]);
  });

  it('are those of the pods where the pods are called themselves', async () => {
    expect(await portsOf(['manifest', 'Headless', 'web'])).toMatchObject([{ port: 8080, targetPort: 'http' }]);
  });

  it('are not taken over from a Service that leads to no port of the containers', async () => {
    const astray = sample.map((one) =>
      one.kind === 'Service' && one.metadata.name === 'web'
        ? { ...one, spec: { ...(one['spec'] as object), ports: [{ port: 80, protocol: 'TCP', targetPort: 'web' }] } }
        : one,
    );
    expect(await portsOf(['manifest', 'NodePort', 'web'], astray)).toMatchObject([{ port: 8080, targetPort: 'http' }]);
  });
});

describe('a Service of a cluster with both IP families', () => {
  it('prefers both', async () => {
    const dual = sample.map((one) => {
      const status = one['status'] as { podIP?: string } | undefined;
      if (one.kind !== 'Pod' || status?.podIP === undefined) return one;
      const podIPs = [{ ip: status.podIP }, { ip: `fd00::${status.podIP.replaceAll('.', ':')}` }];
      return { ...one, status: { ...status, podIPs } };
    });
    const answer = await ask(['manifest', 'ClusterIP', 'web'], dual);
    expect(objectsOf(answer)[0]?.spec['ipFamilyPolicy']).toBe('PreferDualStack');
    expect(answer.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
    expect((await ask(['manifest', 'ClusterIP', 'web'])).manifests?.[0]?.yaml).not.toContain('ipFamilyPolicy');
  });
});

describe('sticky sessions', () => {
  const wish = (type: string) =>
    ask(['ask', `give me a manifest for ${type} for web in namespace shop with sticky sessions`]).then((answer) => ({
      answer,
      yaml: answer.manifests?.[0]?.yaml ?? '',
    }));

  it.each(['a ClusterIP service', 'a NodePort service', 'a LoadBalancer service'])('are written into %s', async (type) => {
    const { answer, yaml } = await wish(type);
    expect(objectsOf(answer)[0]?.spec['sessionAffinity']).toBe('ClientIP');
    expect(yaml).toContain('# one client address stays with one pod until 10800 s after its last connection');
    expect(answer.manifests?.[0]?.proven).toContain('schema');
  });

  it.each(['a headless service', 'an Ingress'])('are not written where they would do nothing: %s', async (type) => {
    const { yaml } = await wish(type);
    expect(yaml).toContain('kind: ');
    expect(yaml).not.toContain('sessionAffinity');
  });

  it.each([
    ['a flag', ['manifest', 'NodePort', 'web', '--sticky']],
    ['a message', ['ask', 'give me a manifest for a NodePort service for web with sticky sessions']],
  ])('stay wanted in the buttons of an answer to %s', async (_, words) => {
    const answer = await ask(words);
    expect(answer.manifests?.[0]?.yaml).toContain('sessionAffinity: ClientIP');
    expect(answer.text).toMatch(/k8s-svc manifest LoadBalancer web -n shop .*--sticky {2,}# LoadBalancer instead/u);
  });

  it('stay wanted, like a NetworkPolicy, where a button settles the type of a question in words', async () => {
    const answer = await ask(['ask', 'expose web with sticky sessions and a network policy']);
    const requests = answer.asks?.flatMap((one) => one.options).map((option) => option.request) ?? [];
    const settled = requests.map((words) => parseWords(words)).filter((one) => one.verb === 'manifest');
    expect(settled).not.toEqual([]);
    for (const one of settled) expect(one).toMatchObject({ admits: {}, sticky: true });
  });

  it('are written only when they are wanted', async () => {
    expect((await ask(['manifest', 'ClusterIP', 'web'])).manifests?.[0]?.yaml).not.toContain('sessionAffinity');
  });
});
