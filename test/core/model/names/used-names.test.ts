import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../src/core/model/kinds/service.ts';
import type { Lookup } from '../../../../src/core/model/lookup.ts';
import { resolutionFailure, usedNames } from '../../../../src/core/model/names/used-names.ts';
import { projectedOne } from '../../../support/projected.ts';

const there = ['shop/db', 'data/kafka'];
const find: Lookup<Service> = (namespace, name) =>
  there.includes(`${namespace}/${name}`)
    ? projectedOne('services', `{metadata: {name: ${name}, namespace: ${namespace}}}`)
    : 'missing';

const podWith = (container: string) =>
  projectedOne('pods', `{metadata: {name: web, namespace: shop}, spec: {containers: [${container}]}}`);
const namesIn = (container: string) =>
  usedNames(podWith(container).spec, 'shop', find).map(({ service, at }) => `${service.namespace}/${service.name} by ${at}`);

describe('the Services that a pod names', () => {
  it.each([
    ['{env: [{name: APP_NAME, value: db}, {name: HOSTNAME, value: db}]}', []],
    ['{env: [{name: ANYTHING, value: "db:5432"}]}', ['shop/db by env ANYTHING']],
    ['{env: [{name: ANYTHING, value: "other:5432"}]}', []],
    ['{env: [{name: SEEDS, value: "db-0.db,db-1.db"}]}', ['shop/db by env SEEDS']],
    ['{env: [{name: SEEDS, value: "kafka-0.kafka.data.svc.cluster.local"}]}', ['data/kafka by env SEEDS']],
    ['{env: [{name: MODE, value: production}]}', []],
    ['{env: [{name: CACHE_HOST, value: cache}]}', ['shop/cache by env CACHE_HOST']],
    ['{env: [{name: BOOTSTRAP, value: "kafka.data:9092,kafka.data:9093"}]}', ['data/kafka by env BOOTSTRAP']],
    ['{env: [{name: URL, value: "postgres://me:secret@db:5432/app?sslmode=off"}]}', ['shop/db by env URL']],
    ['{env: [{name: URL, value: "https://api.example.com/v1"}]}', []],
    ['{env: [{name: SITE, value: example.com}]}', []],
    ['{env: [{name: A, value: "http://auth.id.svc.cluster.local./"}]}', ['id/auth by env A']],
    ['{env: [{name: BIND_HOST, value: localhost}, {name: HOST, value: 127.0.0.1}]}', []],
    ['{args: ["--upstream=http://db:80/"]}', ['shop/db by command']],
    ['{env: [{name: SECRET, valueFrom: {secretKeyRef: {name: db, key: host}}}]}', []],
  ])('%s', (container, expected) => {
    expect(namesIn(container)).toEqual(expected);
  });
});

describe('last words about a name', () => {
  const ended = (message: string) =>
    projectedOne(
      'pods',
      `{metadata: {name: web}, spec: {containers: [{name: web}]}, status: {containerStatuses: [{name: web, state: {terminated: {exitCode: 1, message: ${JSON.stringify(message)}}}}]}}`,
    );
  it.each([
    ['dial tcp: lookup db on 10.96.0.10:53: no such host', true],
    ['Error: getaddrinfo EAI_AGAIN db', true],
    ['java.net.UnknownHostException: db', true],
    ['psycopg2.OperationalError: could not translate host name "db" to address', true],
    ['dial tcp 10.96.0.40:5432: connect: connection refused', false],
    ['config file not found', false],
  ])('%s', (message, expected) => {
    expect(resolutionFailure(ended(message)) !== undefined).toBe(expected);
  });
});
