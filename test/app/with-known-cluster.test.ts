import { describe, expect, it } from 'vitest';
import { withKnownCluster } from '../../src/app/with-known-cluster.ts';
import { formatRequest } from '../../src/core/ask/format-request.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';

const eks = 'arn:aws:eks:eu-west-1:123456789012:cluster/shared';
const clusters = {
  names: ['prod', 'prod-eu', 'staging', eks],
  defaultName: 'prod',
  aliases: new Map([
    ['p', 'prod'],
    ['live', 'prod'],
  ]),
};
const told = (words: string) => formatRequest(withKnownCluster(parseWords(words), clusters));

describe('the cluster of a request', () => {
  it.each([
    ['triage web --cluster p', 'triage web --cluster prod'],
    ['triage web --cluster LIVE', 'triage web --cluster prod'],
    ['list --cluster shared', `list --cluster ${eks}`],
    ['list --cluster moon', 'list --cluster moon'],
    ['use p/shop', 'use prod/shop'],
    ['use shared', `use ${eks}`],
    [`use ${eks}/shop`, `use ${eks}/shop`],
    ['use moon/shop', 'use moon/shop'],
    ['help', 'help'],
  ])('of "%s" is %s', (words, expected) => {
    expect(told(words)).toBe(expected);
  });

  it.each([
    ['is checkout healthy in cluster staging?', 'ask --cluster staging -- is checkout healthy?'],
    ['what is broken in the prod-eu cluster', 'ask --cluster prod-eu -- what is broken'],
    ['why does web in shop time out in prod?', 'ask --cluster prod -- why does web in shop time out?'],
    ['list the services on staging, please', 'ask --cluster staging -- list the services, please'],
    ['is web ok in cluster shared?', `ask --cluster ${eks} -- is web ok?`],
    ['is web ok? --cluster p', 'ask --cluster prod -- is web ok?'],
    ['is web ok? --cluster=moon', 'ask --cluster moon -- is web ok?'],
    ['what is broken in p', 'ask --cluster prod -- what is broken'],
    ['was ist im Cluster staging kaputt?', 'ask --cluster staging -- was ist kaputt?'],
    ['qué está roto en el cluster staging', 'ask --cluster staging -- qué está roto'],
    // What is to be built is for that environment as well.
    ['how do I expose web in prod?', 'ask --cluster prod -- how do I expose web in prod?'],
    ['how do I expose web in prod-eu?', 'ask --cluster prod-eu -- how do I expose web?'],
  ])('in free text: %s', (words, expected) => {
    expect(told(words)).toBe(expected);
  });

  it.each([
    'is checkout healthy in namespace prod?',
    'is checkout healthy in prod namespace?',
    'is the prod-api service ok',
    'does prod.example.com resolve',
    'what is a headless service',
    'why is web in staging/shop down',
  ])('is the default one for: %s', (words) => {
    expect(told(words)).toBe(`ask -- ${words}`);
  });

  it('is told by its name only where there are several', () => {
    const asked = parseWords('is checkout healthy in prod?');
    expect(withKnownCluster(asked, { names: ['prod'], defaultName: 'prod' })).toBe(asked);
  });

  it.each([
    ['scan all clusters', 'scan --all-clusters'],
    ['what is broken in all clusters?', 'scan --all-clusters'],
    ['is anything wrong across our clusters?', 'scan --all-clusters'],
    ['check every cluster', 'scan --all-clusters'],
    ['was ist in allen Clustern kaputt?', 'scan --all-clusters'],
    ['what is broken in namespace shop in all clusters?', 'scan -n shop --all-clusters'],
  ])('is each of them for: %s', (words, expected) => {
    expect(told(words)).toBe(expected);
  });

  it('is one where all clusters are only spoken of', () => {
    expect(told('does NodePort work in all clusters?')).toBe('ask -- does NodePort work in all clusters?');
  });

  it('cannot be both one and all', () => {
    expect(() => parseWords('scan --all-clusters --cluster prod')).toThrow(
      'Give either --cluster NAME or --all-clusters, not both.',
    );
  });
});
