import { describe, expect, it } from 'vitest';
import { clusterOfAlert } from '../../src/app/alert/cluster-of-alert.ts';
import { createAlertLocator, type AlertPlace } from '../../src/app/alert/locate-alert.ts';
import { singleCluster } from '../../src/app/clusters.ts';
import type { Alert, Candidate } from '../../src/core/alert/alert.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { payload, readPayload } from '../core/alert/read-payload.ts';
import { shopDump } from '../support/shop-dump.ts';

const twin = `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Namespace, metadata: { name: staging } }
  - apiVersion: v1
    kind: Service
    metadata: { name: cart, namespace: staging }
    spec: { type: ClusterIP, clusterIP: 10.9.9.9, selector: { app: cart }, ports: [{ port: 80 }] }
`;

function locatorOver(...files: readonly string[]) {
  const clusters = singleCluster('shop-sample', () =>
    Promise.resolve(
      createFileReader({ files: files.map((text, at) => ({ name: `${at}.yaml`, text })), cluster: 'shop-sample' }),
    ),
  );
  const locate = createAlertLocator({ clusters, clusterNames: () => new Map([['prod-eu', 'shop-sample']]) });
  return async (alert: Alert | undefined, place: AlertPlace = {}): Promise<string> => {
    if (alert === undefined) return 'no alert';
    const found = await locate(alert, place, { signal: AbortSignal.timeout(5_000), requestId: 'r' });
    return 'nothing' in found
      ? found.nothing
      : found.services
          .map(
            ({ namespace, name, through }) =>
              `${namespace}/${name}${through === undefined ? '' : ` < ${through.kind} ${through.name}`}`,
          )
          .join(', ');
  };
}

const alertAbout = (...candidates: readonly Candidate[]): Alert => ({
  source: 'other',
  status: 'firing',
  name: 'Down',
  identities: ['down'],
  subjects: [{ status: 'firing', candidates }],
  words: [],
});

describe('the Services of an alert', () => {
  const where = locatorOver(shopDump);

  it.each([
    ['alertmanager-blackbox', 'shop/search'],
    ['alertmanager-buttons', 'shop/checkout'],
    ['alertmanager-default-exporter-labels', 'shop/payments'],
    ['alertmanager-details-list', 'shop/search < Deployment search'],
    ['alertmanager-grouped', 'shop/cart < Pod cart-5b9c7d6f8c-4n7xz, shop/search < Pod search-7f6d8c9b4b-qk9wd'],
    ['alertmanager-ingress-nginx', 'shop/web'],
    ['alertmanager-node', 'the alert names no object'],
    ['alertmanager-statefulset', 'shop/postgres < StatefulSet postgres'],
    ['alertmanager-volume', 'the alert names no object'],
    ['alertmanager-watchdog', 'the alert names no object'],
    ['botkube-error', 'shop/search < Pod search-7f6d8c9b4b-qk9wd'],
    ['console-link', 'shop/payments < Deployment payments'],
    ['datadog-apm-service', 'shop/checkout'],
    ['opsgenie-new', 'shop/web < HorizontalPodAutoscaler web'],
    ['pagerduty-triggered', 'shop/search < Pod search-7f6d8c9b4b-qk9wd'],
    ['pagerduty-service-name-only', 'shop/payments'],
    ['robusta-new-header', 'shop/reports < Deployment reports'],
  ])('%s: %s', async (name, expected) => {
    expect(await where(readPayload(payload(name)))).toBe(expected);
  });

  it('finds the Service of a workload that its selector misses, by its name', async () => {
    expect(await where(alertAbout({ kind: 'Pod', name: 'checkout-6c7d9f8b5d-x2x4k', namespace: 'shop' }))).toBe(
      'shop/checkout < Pod checkout-6c7d9f8b5d-x2x4k',
    );
  });

  it('follows an Ingress to its backends', async () => {
    expect(await where(alertAbout({ kind: 'Ingress', name: 'web', namespace: 'shop' }))).toContain('shop/web < Ingress web');
  });

  it.each([
    ['an unknown name', alertAbout({ kind: 'Service', name: 'nowhere', namespace: 'shop' })],
    ['a pod without a namespace', alertAbout({ kind: 'Pod', name: 'web-0' })],
    ['a namespace that is not there', alertAbout({ kind: 'Deployment', name: 'web', namespace: 'elsewhere' })],
  ])('is none for %s', async (_, alert) => {
    expect(await where(alert)).toBe('no Service belongs to what the alert names');
  });

  it('takes the channel’s namespace, else a name that is unique, and never guesses between two', async () => {
    const both = locatorOver(shopDump, twin);
    const cart = alertAbout({ kind: 'Service', name: 'cart' });
    expect(await where(cart)).toBe('shop/cart');
    expect(await both(cart)).toBe('no Service belongs to what the alert names');
    expect(await both(cart, { namespace: 'staging' })).toBe('staging/cart');
    expect(await both(alertAbout({ kind: 'Service', name: 'cart', namespace: 'staging' }))).toBe('staging/cart');
    // The namespace of another cluster says nothing about this one.
    expect(await both({ ...cart, cluster: 'prod-eu' }, { cluster: 'other', namespace: 'staging' })).toBe(
      'no Service belongs to what the alert names',
    );
  });

  it('is silent about a cluster that is not connected', async () => {
    const alert = { ...alertAbout({ kind: 'Service', name: 'web', namespace: 'shop' }), cluster: 'prod-us' };
    expect(await where(alert)).toBe('the alert names a cluster that is not connected');
    expect(await where({ ...alert, cluster: 'prod-eu' })).toBe('shop/web');
  });
});

describe('the cluster of an alert', () => {
  const names = [
    'gke_acme_europe-west1_prod-eu',
    'arn:aws:eks:eu-west-1:123456789012:cluster/prod-us',
    'admin@lab',
    'kind-dev',
    'Staging',
  ];
  it.each([
    ['prod-eu', 'gke_acme_europe-west1_prod-eu'],
    ['prod-us', 'arn:aws:eks:eu-west-1:123456789012:cluster/prod-us'],
    ['lab', 'admin@lab'],
    ['dev', 'kind-dev'],
    ['staging', 'Staging'],
    ['Prod-EU', 'gke_acme_europe-west1_prod-eu'],
    ['prod', undefined],
    ['elasticsearch', undefined],
  ])('%s is %s', (named, context) => {
    expect(clusterOfAlert(named, 'kind-dev', { names, defaultName: 'Staging' })).toBe(context);
  });

  it('is the channel’s, else the default one, when the alert names none', () => {
    expect(clusterOfAlert(undefined, 'kind-dev', { names, defaultName: 'Staging' })).toBe('kind-dev');
    expect(clusterOfAlert(undefined, undefined, { names, defaultName: 'Staging' })).toBe('Staging');
  });

  it('is known by an alias of it, also that which the monitoring’s name is configured to mean', () => {
    const aliases = new Map([['live', 'kind-dev']]);
    expect(clusterOfAlert('live', undefined, { names, defaultName: undefined, aliases })).toBe('kind-dev');
    expect(clusterOfAlert('P1', undefined, { names, defaultName: undefined, aliases }, new Map([['P1', 'live']]))).toBe(
      'kind-dev',
    );
  });

  it('is none when two contexts have the name', () => {
    const twins = ['gke_acme_europe-west1_prod', 'kind-prod'];
    expect(clusterOfAlert('prod', undefined, { names: twins, defaultName: undefined })).toBeUndefined();
  });
});
