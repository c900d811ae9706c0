import { describe, expect, it } from 'vitest';
import { expectRestricted } from './support/expect-restricted.ts';
import { only, podOf } from './support/kube-object.ts';
import { helmObjects, kubeconform, kustomize, objects } from './support/render.ts';

describe.each(['base', 'overlays/example'])('kustomize %s', (folder) => {
  const rendered = kustomize(folder);

  it('renders without a warning and is valid by the schemas of Kubernetes', () => {
    expect(rendered.code).toBe(0);
    expect(rendered.output).toBe(rendered.stdout);
    const { summary, resources = [] } = JSON.parse(kubeconform(rendered.stdout).stdout) as {
      summary: Record<string, number>;
      resources?: unknown[];
    };
    expect(resources).toEqual([]);
    expect(summary).toEqual({ valid: objects(rendered).length, invalid: 0, errors: 0, skipped: 0 });
  });

  it('reads and nothing else, from pods that may do nothing else', () => {
    expectRestricted(objects(rendered));
  });
});

describe('the Kustomize base', () => {
  const base = objects(kustomize('base'));

  it('has the rights, the network and the pod of the chart with its default values', () => {
    const chart = helmObjects();
    const flat = (from: typeof base) =>
      only(from, 'ClusterRole')
        .rules?.flatMap(({ apiGroups, resources, verbs }) => resources.map((one) => `${apiGroups[0]}/${one} ${verbs.join()}`))
        .sort();
    expect(flat(base)).toEqual(flat(chart));
    const { ingress, egress } = only(base, 'NetworkPolicy').spec;
    expect({ ingress, egress }).toMatchObject({
      ingress: only(chart, 'NetworkPolicy').spec.ingress,
      egress: only(chart, 'NetworkPolicy').spec.egress,
    });
    const { image: _image, ...container } = podOf(base).container;
    const { image: _other, ...ofChart } = podOf(chart).container;
    expect(container).toEqual({ ...ofChart, imagePullPolicy: undefined });
    expect(podOf(base).pod['securityContext']).toEqual(podOf(chart).pod['securityContext']);
    expect(podOf(base).pod.terminationGracePeriodSeconds).toBe(podOf(chart).pod.terminationGracePeriodSeconds);
  });

  it('makes its namespace one that admits only restricted pods', () => {
    expect(only(base, 'Namespace').metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
  });

  it('binds the rights to its own account', () => {
    expect(only(base, 'ClusterRoleBinding').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'k8s-svc', namespace: 'k8s-svc' },
    ]);
  });
});

describe('the example overlay', () => {
  const overlay = objects(kustomize('overlays/example'));

  it('runs two replicas of an image by digest, with its configuration and a way to the store', () => {
    expect(only(overlay, 'Deployment').spec).toMatchObject({ replicas: 2 });
    expect(podOf(overlay).container.image).toMatch(/^registry\.example\.com\/platform\/k8s-svc@sha256:/u);
    expect(podOf(overlay).container.env).toContainEqual({ name: 'K8S_SVC_CONFIG', value: '/etc/k8s-svc/config/config.yaml' });
    expect(only(overlay, 'ConfigMap').metadata.name).toMatch(/^k8s-svc-/u);
    expect(podOf(overlay).pod.volumes).toEqual([
      { name: 'config', configMap: { name: only(overlay, 'ConfigMap').metadata.name } },
    ]);
    expect(only(overlay, 'NetworkPolicy').spec.egress).toHaveLength(4);
  });
});
