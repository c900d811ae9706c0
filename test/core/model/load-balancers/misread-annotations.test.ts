import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyGroups } from '../../../../src/core/model/load-balancers/load-balancer-keys.ts';
import { misreadAnnotations } from '../../../../src/core/model/load-balancers/misread-annotations.ts';

const aws = 'service.beta.kubernetes.io/aws-load-balancer-';
const azure = 'service.beta.kubernetes.io/azure-load-balancer-';
const known = keyGroups.flatMap((group) =>
  Object.entries(group.keys).map(([key, values]) => ({
    key: group.prefix + key,
    owner: group.owner,
    value: values === undefined ? 'any' : values === 'boolean' ? 'true' : (values[0] ?? ''),
  })),
);

describe('annotations of load balancers', () => {
  it.each(known)('$key is understood by its own provider', ({ key, owner, value }) => {
    expect(misreadAnnotations({ [key]: value }, true, owner === 'metallb' ? undefined : owner)).toEqual([]);
  });

  it.each([
    [`${aws}schme`, `${aws}scheme`],
    ['service.beta.kubernetes.io/aws-loadbalancer-scheme', `${aws}scheme`],
    [`${aws}Internal`, `${aws}internal`],
    [`${azure}intern`, `${azure}internal`],
    ['metallb.io/loadBalancerIP', 'metallb.io/loadBalancerIPs'],
    ['networking.gke.io/loadbalancer-type', 'networking.gke.io/load-balancer-type'],
  ])('%s is misspelt for %s', (key, meant) => {
    expect(misreadAnnotations({ [key]: 'true' }, true, undefined)).toMatchObject([{ why: 'misspelt', key, meant }]);
  });

  it('leaves unknown keys with nothing near alone, of any prefix', () => {
    const far = fc.string({ unit: fc.constantFrom('q', 'x', 'z', 'j', 'k', 'v'), minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...keyGroups.map((group) => group.prefix), 'example.com/'), far, (prefix, rest) => {
        expect(misreadAnnotations({ [prefix + rest]: 'true' }, true, 'aws')).toEqual([]);
      }),
    );
  });

  it.each([
    [`${aws}scheme`, 'public', 'internal or internet-facing'],
    [`${aws}internal`, 'yes', 'true or false'],
    [`${azure}internal`, 'on', 'true or false'],
  ])('%s does not take %s', (key, value, takes) => {
    expect(misreadAnnotations({ [key]: value }, true, undefined)).toEqual([{ why: 'value', key, value, takes }]);
  });

  it.each(['true', 'False', '0.0.0.0/0'])('the internal key of AWS takes %s', (value) => {
    expect(misreadAnnotations({ [`${aws}internal`]: value }, true, 'aws')).toEqual([]);
  });

  it('takes those of another cloud for meant on purpose beside those of its own', () => {
    const both = { [`${aws}scheme`]: 'internal', [`${azure}internal`]: 'true' };
    expect(misreadAnnotations(both, true, 'azure')).toEqual([]);
    expect(misreadAnnotations(both, true, 'gce').map((one) => one.why)).toEqual(['other-provider', 'other-provider']);
    expect(misreadAnnotations(both, true, undefined)).toEqual([]);
  });

  it('says that they do nothing on another type, except those that Ingresses read', () => {
    expect(misreadAnnotations({ [`${aws}scheme`]: 'internal' }, false, 'aws').map((one) => one.why)).toEqual([
      'no-load-balancer',
    ]);
    expect(
      misreadAnnotations({ 'cloud.google.com/neg': '{}', 'metallb.io/ip-allocated-from-pool': 'lan' }, false, 'gce'),
    ).toEqual([]);
  });
});
