import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/core/model/reader.ts';
import { triageResources } from '../../src/core/triage/wanted.ts';
import { triageView } from '../../src/core/triage/triage-service.ts';
import { viewService } from '../../src/core/model/service-view.ts';

const within = () => AbortSignal.timeout(10_000);

/** What every Reader over the sample cluster has to do alike, wherever it reads from. */
export function readerContract(name: string, open: () => Promise<Reader>): void {
  describe(`the Reader over ${name}`, () => {
    it('lists a namespace and keeps to it', async () => {
      const snapshot = await (await open()).read({ kind: 'namespace', namespace: 'shop' }, ['services', 'pods'], within());
      const services = snapshot.in('services', 'shop');
      expect(services.read && services.value.map((one) => one.metadata.name).sort()).toContain('checkout');
      expect(services.read && new Set(services.value.map((one) => one.metadata.namespace))).toEqual(new Set(['shop']));
    });

    it('lists the cluster, and every namespace of it', async () => {
      const snapshot = await (await open()).read({ kind: 'cluster' }, ['services', 'nodes', 'pods'], within());
      const services = snapshot.all('services');
      const ofShop = snapshot.in('services', 'shop');
      expect(services.read && ofShop.read && services.value.length > ofShop.value.length).toBe(true);
      const nodes = snapshot.all('nodes');
      expect(nodes.read && nodes.value.length).toBe(3);
    });

    it('gives an empty list where there is nothing', async () => {
      const snapshot = await (await open()).read({ kind: 'namespace', namespace: 'nowhere' }, ['services'], within());
      expect(snapshot.in('services', 'nowhere')).toEqual({ read: true, value: [] });
    });

    it('applies the defaults of the API', async () => {
      const snapshot = await (await open()).read({ kind: 'service', namespace: 'shop', name: 'web' }, ['services'], within());
      const services = snapshot.in('services', 'shop');
      const web = services.read ? services.value.find((one) => one.metadata.name === 'web') : undefined;
      expect(web?.spec).toMatchObject({ type: 'ClusterIP', internalTrafficPolicy: 'Cluster', sessionAffinity: 'None' });
      expect(web?.spec.ports[0]).toMatchObject({ protocol: 'TCP', port: 80 });
    });

    it('finds a Service by name in all namespaces', async () => {
      const reader = await open();
      const found = await reader.findServices('kube-dns', within());
      expect(found.read && found.value.map((one) => one.metadata.namespace)).toEqual(['kube-system']);
      expect(await reader.findServices('no-such-service', within())).toEqual({ read: true, value: [] });
    });

    it.each([
      ['checkout', 'selector-label-typo'],
      ['payments', 'target-port-name-missing'],
      ['mailer', 'pods-in-other-namespace'],
    ])('holds what triage of %s needs to find %s', async (service, check) => {
      const snapshot = await (
        await open()
      ).read({ kind: 'service', namespace: 'shop', name: service, around: true }, triageResources, within());
      const { findings, skipped } = triageView(viewService(snapshot, 'shop', service), 'alone');
      expect(findings[0]).toMatchObject({ check, role: 'root-cause' });
      expect(skipped).toEqual([]);
    });

    it('knows where else a Service of that name is', async () => {
      const snapshot = await (
        await open()
      ).read({ kind: 'service', namespace: 'shop', name: 'kube-dns' }, triageResources, within());
      const elsewhere = snapshot.servicesNamed('kube-dns');
      expect(elsewhere.read && elsewhere.value.length).toBe(1);
    });

    it('calls a list that it was not asked for unread, never empty', async () => {
      const snapshot = await (await open()).read({ kind: 'service', namespace: 'shop', name: 'web' }, ['services'], within());
      expect(snapshot.cluster).not.toBe('');
      expect(snapshot.in('services', 'shop').read).toBe(true);
    });
  });
}
