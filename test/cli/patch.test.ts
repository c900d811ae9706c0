import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';

const sample = new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url).pathname;
const patch = (...words: readonly string[]) =>
  answerInTerminal(['manifest', ...words, '-n', 'shop', '--patch', '--from', sample]);
const yamlOf = (answer: Awaited<ReturnType<typeof patch>>) => load(answer.manifests?.[0]?.yaml ?? '') as object;

describe('manifest TYPE SERVICE --patch', () => {
  it('is a strategic merge patch of what changes, a diff, and the command', async () => {
    const answer = await patch('LoadBalancer', 'web');
    expect(answer.headline).toBe('Service web turns from ClusterIP into LoadBalancer in place.');
    expect(yamlOf(answer)).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { type: 'LoadBalancer' },
    });
    expect(answer.manifests?.[0]).toMatchObject({ name: 'web-patch.yaml', proven: ['schema', 'checks'] });
    expect(answer.text).toContain('-   type: ClusterIP\n+   type: LoadBalancer');
    expect(answer.text).toContain('kubectl patch service web -n shop --patch-file web-patch.yaml');
    expect(answer.text).toContain('patches: [{path: web-patch.yaml}]');
    expect(answer.text).toContain('The cluster IP 10.96.47.110 and the DNS name stay');
  });

  it('brings the annotation of the cluster’s cloud for an internal load balancer', async () => {
    const answer = await patch('LoadBalancer-internal', 'web');
    expect(yamlOf(answer)).toMatchObject({
      metadata: { annotations: { 'networking.gke.io/load-balancer-type': 'Internal' } },
      spec: { type: 'LoadBalancer' },
    });
  });

  it('says what is lost, and leaves the node ports to the API server', async () => {
    const answer = await patch('ClusterIP', 'gateway');
    expect(yamlOf(answer)).toMatchObject({ spec: { type: 'ClusterIP' } });
    expect(answer.text).toContain('The address of the load balancer is given back');
    expect(answer.text).toContain('-     nodePort: 31443');
  });

  it('takes selector and ports away from an alias', async () => {
    const answer = await patch('ExternalName', 'web', '--external-host', 'web.example.org');
    expect(yamlOf(answer)).toMatchObject({
      spec: { type: 'ExternalName', externalName: 'web.example.org', selector: null, ports: null },
    });
    expect(answer.text).toContain('The cluster IP 10.96.47.110 is released');
  });

  it('changes the ports only when they are said', async () => {
    const answer = await patch('NodePort', 'web', '--port', '8080');
    expect(yamlOf(answer)).toMatchObject({ spec: { type: 'NodePort', ports: [{ port: 8080, targetPort: 'http' }] } });
  });

  it.each([
    ['Headless', 'web'],
    ['ClusterIP', 'postgres'],
  ])('to %s of %s says that it has to be made anew, with the whole Service', async (type, name) => {
    const answer = await patch(type, name);
    expect(answer.headline).toContain(`Service ${name} has to be created anew`);
    expect(answer.text).toContain('spec.clusterIP can never change once it is set');
    expect(answer.text).toContain(`kubectl replace --force -f ${name}-service.yaml`);
    expect(answer.manifests?.[0]?.yaml).toMatch(/selector:/u);
  });

  it('of what is so already says that nothing has to change', async () => {
    const answer = await patch('ClusterIP', 'web');
    expect(answer.headline).toBe('Service web is that already: nothing has to change.');
    expect(answer.manifests).toBeUndefined();
  });

  it('is offered under a manifest of another type than the Service that is there', async () => {
    const { out } = await runInTerminal(['manifest', 'LoadBalancer', 'web', '-n', 'shop', '--from', sample]);
    expect(out).toContain('manifest LoadBalancer web -n shop --patch');
  });

  it.each([
    [
      ['manifest', 'Ingress', 'web', '-n', 'shop', '--patch', '--from', sample],
      /cannot be changed into Ingress-or-Gateway in place/u,
    ],
    [['manifest', 'NodePort', '--patch', '--from', sample], /--patch changes a Service: which one/u],
    [['manifest', 'NodePort', 'wbe', '-n', 'shop', '--patch', '--from', sample], /Did you mean web/u],
    [['manifest', 'NodePort', 'web', '--patch', '--offline'], /needs a cluster/u],
  ])('with %s gets a sentence', async (argv, says) => {
    const { code, err } = await runInTerminal(argv);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});
