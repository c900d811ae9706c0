import { describe, expect, it } from 'vitest';
import { strayCallers } from '../../../../src/core/model/names/stray-callers.ts';
import { projected } from '../../../support/projected.ts';

const none = () => 'missing' as const;
const callersWith = (spec: string, value = 'http://db.shop.svc.cluster.local/') =>
  strayCallers(
    projected(
      'pods',
      `[{metadata: {name: web, namespace: shop}, spec: {${spec}, containers: [{env: [{name: DB_URL, value: "${value}"}]}]}, status: {phase: Running}}]`,
    ),
    none,
    ['10.96.0.10'],
  );

describe('pods whose DNS settings leave out the cluster', () => {
  it.each([
    ['hostNetwork: true', { dnsPolicy: 'ClusterFirstWithHostNet' }],
    ['dnsPolicy: Default', { dnsPolicy: 'ClusterFirst' }],
    ['dnsPolicy: None, dnsConfig: {nameservers: [1.1.1.1], searches: [a.b]}', { dnsPolicy: 'ClusterFirst', dnsConfig: null }],
  ])('%s', (spec, fix) => {
    expect(callersWith(spec).map((one) => one.fix)).toEqual([fix]);
  });

  it.each([
    'dnsPolicy: ClusterFirst',
    'hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet',
    'dnsPolicy: None, dnsConfig: {nameservers: [10.96.0.10], searches: [shop.svc.cluster.local]}',
    'dnsPolicy: Default, dnsConfig: {nameservers: [169.254.20.10]}',
    'dnsConfig: {options: [{name: ndots, value: "2"}]}',
  ])('%s is well', (spec) => {
    expect(callersWith(spec)).toEqual([]);
  });

  it('needs search domains for a short name only', () => {
    const spec = 'dnsPolicy: None, dnsConfig: {nameservers: [10.96.0.10]}';
    expect(callersWith(spec)).toEqual([]);
    expect(callersWith(spec, 'db:5432')).toHaveLength(1);
  });

  it('finds an ndots that is too low for the name in use', () => {
    const spec = 'dnsConfig: {options: [{name: ndots, value: "1"}]}';
    expect(callersWith(spec, 'http://db.shop.svc/')).toHaveLength(1);
    expect(callersWith(spec, 'http://db/')).toEqual([]);
  });

  it('leaves pods alone that name no Service', () => {
    expect(callersWith('dnsPolicy: Default', 'https://api.example.com/')).toEqual([]);
  });
});
