import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { annotationWords } from '../../../src/core/explain/load-balancer-annotations.ts';
import { audienceOfLoadBalancer } from '../../../src/core/explain/load-balancer-audience.ts';
import { isPrivateAddress } from '../../../src/core/model/load-balancers/private-address.ts';
import { projectService } from '../../../src/read/project/service.ts';
import { anyString } from '../../support/hostile-strings.ts';

const aws = 'service.beta.kubernetes.io/aws-load-balancer-scheme';

describe('who a load balancer is for', () => {
  it.each([
    ['a public address', {}, [{ ip: '203.0.113.5' }], 'internet'],
    ['a private address', {}, [{ ip: '192.168.40.5' }], 'internal'],
    ['a private IPv6 address', {}, [{ ip: 'fd00::5' }], 'internal'],
    ['an address against its annotation', { [aws]: 'internal' }, [{ ip: '203.0.113.5' }], 'internet'],
    ['a DNS name alone', {}, [{ hostname: 'x.elb.amazonaws.com' }], 'unknown'],
    ['a DNS name and an internal scheme', { [aws]: 'internal' }, [{ hostname: 'x.elb.amazonaws.com' }], 'internal'],
    ['a DNS name and a public scheme', { [aws]: 'internet-facing' }, [{ hostname: 'x.elb.amazonaws.com' }], 'internet'],
    ['an internal annotation while it is pending', { 'networking.gke.io/load-balancer-type': 'Internal' }, [], 'internal'],
    [
      'an annotation that is switched off',
      { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' },
      [],
      'unknown',
    ],
  ])('follows from %s', (_, annotations, ingress, audience) => {
    const service = projectService({
      metadata: { name: 'web', namespace: 'shop', annotations },
      spec: { type: 'LoadBalancer' },
      status: { loadBalancer: { ingress } },
    });
    expect(audienceOfLoadBalancer(service)).toBe(audience);
  });
});

describe('isPrivateAddress', () => {
  it.each(['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', '169.254.1.1', 'fd12::1', 'fe80::1'])(
    'knows %s as private',
    (address) => {
      expect(isPrivateAddress(address)).toBe(true);
    },
  );
  it.each(['11.0.0.1', '172.15.0.1', '172.32.0.1', '192.169.0.1', '100.128.0.1', '8.8.8.8', '2001:db8::1', 'fd.example.com'])(
    'knows %s as not private',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe('annotationWords', () => {
  it.each([
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'external', 'AWS: made by the AWS Load Balancer Controller'],
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'clb', 'AWS: load balancer type clb.'],
    ['service.beta.kubernetes.io/aws-load-balancer-proxy-protocol', '*', 'PROXY protocol'],
    ['networking.gke.io/load-balancer-type', 'Internal', 'GKE: internal, reachable inside the VPC.'],
    ['service.beta.kubernetes.io/azure-load-balancer-internal', 'true', 'Azure: internal'],
    ['metallb.io/address-pool', 'lan', 'MetalLB: takes its address from the pool lan.'],
    ['external-dns.alpha.kubernetes.io/hostname', 'shop.example.com', 'ExternalDNS publishes it as shop.example.com.'],
  ])('says %s: %s in words', (name, value, words) => {
    expect(
      annotationWords({ [name]: value })
        .map(flatten)
        .join('\n'),
    ).toContain(words);
  });

  it.each([
    ['one that it does not know', { 'example.com/x': 'y' }],
    ['a switch that is off', { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' }],
  ])('is silent about %s', (_, annotations) => {
    expect(annotationWords(annotations)).toEqual([]);
  });

  it('shows any value as it is', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        const [words = []] = annotationWords({ 'metallb.io/address-pool': value });
        expect(flatten(words)).toBe(`MetalLB: takes its address from the pool ${value}.`);
      }),
    );
  });
});
