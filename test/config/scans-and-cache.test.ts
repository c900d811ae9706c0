import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const faultsOf = (text: string, env = {}) => readConfig(text, env).faults.map(({ key, say }) => `${key}: ${say}`);
const scan = (more: string) => `scans:\n  - { channel: C0123ABCD, ${more} }\n`;

describe('the section scans', () => {
  it('takes a scan every so many minutes, or at a time of a day', () => {
    const { values } = readConfig(
      `${scan('everyMinutes: 60')}  - { channel: C0123ABCD, at: '09:00', namespaces: [shop], onlyNew: true }\n`,
      {},
    );
    expect(values?.scans).toEqual([
      { channel: 'C0123ABCD', everyMinutes: 60, timeZone: 'UTC', onlyNew: false },
      { channel: 'C0123ABCD', at: '09:00', timeZone: 'UTC', namespaces: ['shop'], onlyNew: true },
    ]);
  });

  it.each([
    ['onlyNew: true', /scans\[0\]: needs either everyMinutes or at/u],
    ["everyMinutes: 60, at: '09:00'", /scans\[0\]: needs either everyMinutes or at/u],
    ['everyMinutes: 1', /scans\[0\]\.everyMinutes/u],
    ["at: '9 am'", /write it as 09:00/u],
    ["at: '24:00'", /write it as 09:00/u],
    ["at: '09:00', timeZone: Berlin", /write it as Europe\/Berlin/u],
    ['everyMinutes: 60, namespaces: []', /leave it out to mean the whole cluster/u],
  ])('refuses { %s } with a sentence', (more, expected) => {
    expect(faultsOf(scan(more)).join('\n')).toMatch(expected);
  });
});

describe('the section cache', () => {
  it('is off, and on by the environment', () => {
    expect(readConfig('', {}).values?.cache).toEqual({ enabled: false, staleAfterSeconds: 10, giveUpAfterSeconds: 300 });
    expect(readConfig('', { K8S_SVC_CACHE: 'on' }).values?.cache.enabled).toBe(true);
    expect(faultsOf('', { K8S_SVC_CACHE: 'yes' })).toHaveLength(1);
  });

  it('refuses an empty list of clusters', () => {
    expect(faultsOf('cache: { enabled: true, clusters: [] }')).toEqual([
      'cache.clusters: is empty: leave it out to mean all of them',
    ]);
  });
});
