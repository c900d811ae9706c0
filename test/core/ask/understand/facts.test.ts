import { describe, expect, it } from 'vitest';
import type { AskedFacts } from '../../../../src/core/ask/asked-facts.ts';
import { understand } from '../../../../src/core/ask/understand/understand.ts';

const factsOf = (text: string): AskedFacts => understand(text).facts;

describe('names', () => {
  it.each<[string, Partial<AskedFacts>]>([
    ['why is svc/cart -n shop down', { service: 'cart', namespace: 'shop' }],
    ['the service called `gate` in namespace=edge is down', { service: 'gate', namespace: 'edge' }],
    ['curl http://inventory.stock.svc.cluster.local:8080 times out', { service: 'inventory', namespace: 'stock', port: 8080 }],
    ['kafka-0.kafka-hs.stream.svc does not resolve', { service: 'kafka-hs', namespace: 'stream' }],
    ['the controller says service "shop/cart" has no endpoints', { service: 'cart', namespace: 'shop' }],
    ['how do I expose deployment/web-ui to the internet?', { workload: 'web-ui', kind: 'Deployment' }],
    ['which service for the redis deployment logs-redis?', { workload: 'logs-redis' }],
    ['I want to expose a deployment called hello to the internet', { workload: 'hello' }],
    ['lookup of zk-1.zk-hs fails in my pod', { service: 'zk-hs' }],
    ['quota exceeded since noon, the svc is edge in ns gw', { service: 'edge', namespace: 'gw' }],
  ])('%s', (text, wanted) => expect(factsOf(text)).toMatchObject(wanted));

  it('takes neither a component of the cluster nor what is looked for as a name', () => {
    expect(factsOf('Warning SyncLoadBalancerFailed 2m service-controller Error syncing load balancer').service).toBeUndefined();
    expect(factsOf('check all of our services for problems').namespace).toBeUndefined();
    expect(
      factsOf('rabbitmq in the cluster, callers are deployments in various namespaces, which service').namespace,
    ).toBeUndefined();
  });

  it('does not take words of the grammar for names', () => {
    expect(factsOf('does a Service restart when its pods restart?')).toEqual({});
    expect(factsOf('why does the service not work anymore').service).toBeUndefined();
  });

  it('recognises names that exist in the cluster, also without a cue', () => {
    const known = { services: ['ledger'], workloads: ['tally'], namespaces: ['bank'] };
    expect(understand('ledger answers nothing since noon, it times out', known).facts.service).toBe('ledger');
    expect(understand('how do I expose tally to other pods', known).facts.workload).toBe('tally');
    expect(understand('ledger answers nothing since noon, it times out').facts.service).toBeUndefined();
  });

  it('never repairs a name that exists', () => {
    const known = { services: ['servcie'], workloads: [], namespaces: [] };
    expect(understand('tell me about servcie', known).facts.service).toBe('servcie');
  });
});

describe('ports', () => {
  it.each<[string, Partial<AskedFacts>]>([
    ['NodePort yaml for web 80:30080', { port: 80 }],
    ['yaml for svc web 443->8443', { port: 443, targetPort: 8443 }],
    ['service yaml for app web, port 80 to container port 3000', { port: 80, targetPort: 3000 }],
    ['expose udp/514 and tcp 6514 of syslog to the office', { port: [514, 6514], protocol: ['UDP', 'TCP'] }],
    ['service yaml, targetPort named metrics, port 9090', { port: 9090, targetPort: 'metrics' }],
  ])('%s', (text, wanted) => expect(factsOf(text)).toMatchObject(wanted));

  it.each([
    ['NodePort 31111 of svc web does not answer'],
    ['ingress gives 502 for svc web'],
    ['we run kubernetes 1.27 with 300 nodes, svc web hangs'],
    ['svc web hangs, node 192.168.7.54 is fine, 10.0.0.0/16 is the pod network'],
    ['only 1200 of our requests reach svc web'],
  ])('finds no port in: %s', (text) => expect(factsOf(text).port).toBeUndefined());

  it('takes no port of a resolver, of a pod or of this machine for a port of the Service', () => {
    expect(factsOf('lookup orders.sales.svc.cluster.local on 10.96.0.10:53: no such host').port).toBeUndefined();
    expect(factsOf('describe svc web shows Endpoints: 10.1.4.5:80 and the site is dead').port).toBeUndefined();
    expect(factsOf('kubectl port-forward svc/admin-ui 9000:80 says pod is not running').port).toBe(80);
  });

  it('keeps node ports apart', () => {
    expect(understand('NodePort 31111 of svc web does not answer').nodePorts).toEqual([31111]);
  });
});

describe('audience', () => {
  it.each<[string, AskedFacts['audience']]>([
    ['how do I expose my api to customers on the internet?', 'internet'],
    ['only the VPN may reach my api, no public endpoint. which service type?', 'vpc/internal-network'],
    ['which service type so that other pods can call my api?', 'cluster'],
    ['which service type when only pods in the same namespace call it?', 'same-namespace'],
    ['how do I reach my redis from outside the cluster?', ['internet', 'vpc/internal-network']],
    ['our pods must call db.legacy.example.com, which service gives it a name?', 'outside-service'],
    ['expose svc pay so that the on-prem mainframe can call it', 'vpc/internal-network'],
  ])('%s', (text, wanted) => expect(factsOf(text).audience).toEqual(wanted));
});

describe('products and places', () => {
  it('knows that brokers and replica sets are addressed one by one', () => {
    expect(factsOf('which service for kafka inside the cluster?')).toMatchObject({
      workload: 'kafka',
      stateful: true,
      perPodAddress: true,
    });
    expect(factsOf('which service for postgres inside the cluster?').perPodAddress).toBeUndefined();
  });

  it('keeps what a product only implies apart from what is said', () => {
    const { facts, implied } = understand('how do I expose grafana to the office?');
    expect(facts.protocol).toBeUndefined();
    expect(implied).toEqual({ protocol: 'HTTP', port: 3000 });
  });

  it('does not call a database outside the cluster stateful', () => {
    const facts = factsOf('our pods should use `shop.abc.eu-west-1.rds.amazonaws.com` under a service name');
    expect(facts).toEqual({ audience: 'outside-service', externalHost: 'shop.abc.eu-west-1.rds.amazonaws.com', cloud: 'aws' });
  });

  it.each<[string, AskedFacts['cloud']]>([
    ['what kind of service do I need for my api?', undefined],
    ['how do I open my api on a kind cluster?', 'kind'],
    ['how do I open my api in kind?', 'kind'],
    ['which service on bare metal with metallb?', 'metallb'],
    ['which service on our own servers, on-prem?', 'none'],
  ])('%s', (text, wanted) => expect(factsOf(text).cloud).toBe(wanted));
});
