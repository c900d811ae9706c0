import { expect } from 'vitest';
import { ofKind, podOf, type Container, type KubeObject } from './kube-object.ts';

const reading = ['get', 'list', 'watch'];

/**
 * What holds for all that is deployed, whatever the values: it reads and nothing else, and its pods are what the Pod
 * Security Standard `restricted` asks for. `more` are the verbs that somebody chose to grant.
 */
export function expectRestricted(objects: readonly KubeObject[], more: readonly string[] = []): void {
  for (const { resources, verbs, apiGroups } of objects.flatMap(({ rules = [] }) => rules)) {
    expect([...resources, ...apiGroups].join(' ')).not.toMatch(/secrets|configmaps|\/|\*|rbac\.authorization/u);
    expect(verbs.filter((verb) => !reading.includes(verb) && !more.includes(verb))).toEqual([]);
  }
  expect(ofKind(objects, 'Secret')).toEqual([]);
  for (const account of ofKind(objects, 'ServiceAccount')) expect(account.automountServiceAccountToken).toBe(false);

  const { pod, container } = podOf(objects);
  expect(pod).toMatchObject({
    automountServiceAccountToken: true,
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
  });
  for (const shared of ['hostNetwork', 'hostPID', 'hostIPC']) expect(pod).not.toHaveProperty(shared);
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(container.resources).toMatchObject({
    requests: { cpu: expect.any(String), memory: expect.any(String) },
    limits: { memory: expect.any(String) },
  });
  // No file of the node, and nothing that can be written to.
  for (const volume of pod.volumes ?? []) expect(volume).not.toHaveProperty('hostPath');
  for (const mount of container.volumeMounts ?? []) expect(mount.readOnly).toBe(true);
  expectProbes(container);
  expectTokensFromSecrets(container);
}

function expectProbes({ livenessProbe, readinessProbe, startupProbe, ports, env }: Container): void {
  expect(livenessProbe).toMatchObject({ httpGet: { path: '/healthz', port: 'metrics' } });
  expect(readinessProbe).toMatchObject({ httpGet: { path: '/readyz', port: 'metrics' } });
  // A start waits for Slack and for the API server: both may be slow.
  expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(60);
  const port = ports.find(({ name }) => name === 'metrics')?.containerPort;
  expect(env).toContainEqual({ name: 'K8S_SVC_METRICS_PORT', value: String(port) });
}

function expectTokensFromSecrets({ env }: Container): void {
  const secret = env.filter(({ name }) => /TOKEN|SECRET|PASSWORD/u.test(name));
  expect(secret.length).toBeGreaterThanOrEqual(2);
  for (const one of secret) {
    expect(one).toEqual({
      name: one.name,
      valueFrom: { secretKeyRef: { name: expect.stringMatching(/./u), key: expect.stringMatching(/./u) } },
    });
  }
}
