import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { assets } from '../../src/playground/page/assets.generated.ts';
import { buildCluster } from '../../src/playground/sample-cluster/build-cluster.ts';
import { shopCluster } from '../../src/playground/sample-cluster/shop.ts';
import { shopDump } from '../support/shop-dump.ts';

interface Item {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Record<string, string>;
    readonly ownerReferences?: { readonly uid: string }[];
  };
  readonly endpoints: { readonly conditions: { readonly ready: boolean }; readonly hostname?: string }[] | null;
  readonly ports: { readonly port: number }[] | null;
}

const { items } = load(shopDump) as { readonly items: readonly Item[] };
const sliceOf = (service: string) =>
  items.find(
    (one) =>
      one.kind === 'EndpointSlice' &&
      one.metadata.labels?.['kubernetes.io/service-name'] === service &&
      one.metadata.namespace === 'shop',
  );

describe('the sample cluster', () => {
  it('is what its description says: run npm run gen after a change', () => {
    expect(items).toEqual(JSON.parse(JSON.stringify(buildCluster(shopCluster))));
  });

  it('has a page whose files are embedded: run npm run gen after a change', () => {
    const root = join(import.meta.dirname, '../../src/playground');
    for (const [path, { body }] of Object.entries(assets))
      expect(body).toBe(readFileSync(join(root, 'page/browser', path), 'utf8'));
    expect(Object.keys(assets)).toContain('/index.html');
  });

  it('has unique uids, and owners that exist', () => {
    const uids = items.map((one) => one.metadata.uid);
    expect(new Set(uids).size).toBe(uids.length);
    const owners = items.flatMap((one) => one.metadata.ownerReferences ?? []).map((one) => one.uid);
    expect(owners.filter((uid) => !uids.includes(uid))).toEqual([]);
  });

  it.each(['checkout', 'reports', 'mailer'])('%s selects nothing: one slice, endpoints and ports null', (service) => {
    expect(sliceOf(service)).toMatchObject({ endpoints: null, ports: null });
  });

  it('payments has addresses and no port, as its named port cannot be resolved', () => {
    expect(sliceOf('payments')?.endpoints).toHaveLength(2);
    expect(sliceOf('payments')?.ports).toBeNull();
  });

  it('search has endpoints of which none is ready', () => {
    expect(sliceOf('search')?.endpoints?.map((one) => one.conditions.ready)).toEqual([false, false]);
  });

  it('postgres has a host name for each pod, and the ExternalName Service no slice', () => {
    expect(sliceOf('postgres')?.endpoints?.map((one) => one.hostname)).toEqual(['postgres-0', 'postgres-1', 'postgres-2']);
    expect(sliceOf('tax-rates')).toBeUndefined();
  });
});
