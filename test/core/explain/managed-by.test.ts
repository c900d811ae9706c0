import { expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { managedBy } from '../../../src/core/explain/managed-by.ts';
import { projectService } from '../../../src/read/project/service.ts';

it.each([
  [{ ownerReferences: [{ kind: 'Kafka', name: 'orders', controller: true }] }, 'Kafka orders (owner reference)'],
  [{ labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } }, 'Flux Kustomization shop'],
  [
    { labels: { 'helm.toolkit.fluxcd.io/name': 'web', 'helm.toolkit.fluxcd.io/namespace': 'flux' } },
    'Flux HelmRelease flux/web',
  ],
  [{ annotations: { 'argocd.argoproj.io/tracking-id': 'shop:/Service:shop/web' } }, 'Argo CD application shop'],
  [{ labels: { 'argocd.argoproj.io/instance': 'shop' } }, 'Argo CD application shop'],
  [{ annotations: { 'meta.helm.sh/release-name': 'web' } }, 'Helm release web'],
  // A Flux HelmRelease is a Helm release too: Flux is who undoes a change.
  [
    { labels: { 'helm.toolkit.fluxcd.io/name': 'web' }, annotations: { 'meta.helm.sh/release-name': 'web' } },
    'Flux HelmRelease web',
  ],
  [{ labels: { 'app.kubernetes.io/managed-by': 'pulumi' } }, 'pulumi'],
])('%j tells that it is managed by %s', (metadata, words) => {
  expect(flatten(managedBy(projectService({ metadata: { name: 'web', ...metadata } })) ?? [])).toContain(words);
});

it('says nothing when nothing tells', () => {
  expect(managedBy(projectService({ metadata: { name: 'web' } }))).toBeUndefined();
});
