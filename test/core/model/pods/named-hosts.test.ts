import { describe, expect, it } from 'vitest';
import type { Container } from '../../../../src/core/model/kinds/pod.ts';
import { namedHosts, serviceOfHost } from '../../../../src/core/model/pods/named-hosts.ts';

const container = (...command: string[]) => ({ command, args: [] as string[] }) as unknown as Container;

describe('the hosts that a command names', () => {
  it.each([
    ['until nc -z orders-db 5432; do sleep 2; done', ['orders-db']],
    ['until nslookup cache.shop.svc.cluster.local; do echo waiting; sleep 2; done', ['cache.shop.svc.cluster.local']],
    ['curl -sf http://config:8888/health', ['config']],
    ['pg_isready -h pg -p 5432', ['pg']],
    ['wait-for mysql:3306 -- ok', ['mysql']],
    ['psql postgres://user:secret@db.data/app', ['db.data']],
    ['migrate up', []],
    ['curl http://localhost:8080', []],
  ])('in %s', (command, hosts) => {
    expect(namedHosts(container('sh', '-c', command))).toEqual(hosts);
  });
});

describe('the Service behind a host', () => {
  it.each([
    ['db', { name: 'db', namespace: 'shop' }],
    ['db.data', { name: 'db', namespace: 'data' }],
    ['db.data.svc.cluster.local', { name: 'db', namespace: 'data' }],
    ['db.example.com', undefined],
  ])('%s', (host, service) => {
    expect(serviceOfHost(host, 'shop')).toEqual(service);
  });
});
