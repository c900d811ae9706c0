import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { fileSchema, hotSections } from '../../src/config/file-schema.ts';
import { expectRestricted } from './support/expect-restricted.ts';
import { ofKind, only, podOf, type KubeObject } from './support/kube-object.ts';
import { combinations, helmLint, helmObjects, helmTemplate, kubeconform, root } from './support/render.ts';

const kindsOf = (objects: readonly KubeObject[]) => objects.map(({ kind }) => kind).sort();

/** The verbs beyond reading that a combination grants on purpose. */
const granted: Readonly<Record<string, readonly string[]>> = {
  impersonation: ['impersonate'],
  'namespaces-and-nodes': ['create'],
  'monitoring-autoscaling': ['create'],
};

describe.each(combinations)('the chart with the values %s', (combination) => {
  it('passes helm lint --strict', () => {
    const { code, output } = helmLint(combination);
    expect(output).toContain('1 chart(s) linted, 0 chart(s) failed');
    expect(code).toBe(0);
  });

  it('is valid by the schemas of Kubernetes, every object of it', () => {
    const { code, stdout } = kubeconform(helmTemplate(combination).stdout);
    const { summary, resources = [] } = JSON.parse(stdout) as { summary: Record<string, number>; resources?: unknown[] };
    expect(resources).toEqual([]);
    expect(summary).toEqual({ valid: helmObjects(combination).length, invalid: 0, errors: 0, skipped: 0 });
    expect(code).toBe(0);
  });

  it('reads and nothing else, from pods that may do nothing else', () => {
    expectRestricted(helmObjects(combination), granted[combination]);
  });

  it('names in every selector the labels of its pods', () => {
    const objects = helmObjects(combination);
    const labels = only(objects, 'Deployment').spec.template?.metadata.labels;
    const own = { 'app.kubernetes.io/name': 'k8s-svc', 'app.kubernetes.io/instance': 'k8s-svc' };
    expect(labels).toMatchObject(own);
    expect(only(objects, 'Deployment').spec).toMatchObject({ selector: { matchLabels: own } });
    expect(only(objects, 'NetworkPolicy').spec).toMatchObject({ podSelector: { matchLabels: own } });
    expect(only(objects, 'PodDisruptionBudget').spec).toMatchObject({ selector: { matchLabels: own }, maxUnavailable: 1 });
    for (const { spec } of ofKind(objects, 'Service')) expect(spec).toMatchObject({ selector: own });
    expect(podOf(objects).pod['topologySpreadConstraints']).toMatchObject([
      { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: own } },
      { topologyKey: 'topology.kubernetes.io/zone', labelSelector: { matchLabels: own } },
    ]);
  });
});

describe('the schemas', () => {
  it('refuse a field that Kubernetes does not know, so that they prove something', () => {
    const broken = helmTemplate().stdout.replace('terminationGracePeriodSeconds', 'terminationGraceSeconds');
    const { code, stdout } = kubeconform(broken);
    expect(code).not.toBe(0);
    expect(stdout).toContain('terminationGraceSeconds');
  });
});

describe('the default values', () => {
  const objects = helmObjects();

  it('make no Service, Ingress, autoscaler or ServiceMonitor: nothing has to reach it', () => {
    expect(kindsOf(objects)).toEqual([
      'ClusterRole',
      'ClusterRoleBinding',
      'Deployment',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'ServiceAccount',
    ]);
  });

  it('connect in Socket Mode, as one pod, which goes only when the next is ready', () => {
    const { container } = podOf(objects);
    expect(container.env.map(({ name }) => name)).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'K8S_SVC_METRICS_PORT']);
    expect(container.ports.map(({ name }) => name)).toEqual(['metrics']);
    expect(only(objects, 'Deployment').spec).toMatchObject({
      replicas: 1,
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    });
  });

  it('let in the metrics port alone, and out DNS, API servers and Slack', () => {
    const { ingress, egress = [] } = only(objects, 'NetworkPolicy').spec;
    expect(ingress).toEqual([{ ports: [{ port: 'metrics', protocol: 'TCP' }], from: [{ namespaceSelector: {} }] }]);
    expect(egress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([[53, 53], [443, 6443], [443]]);
    expect(egress[2]?.to).toContainEqual({ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } });
  });

  it('leave the user to a platform that chooses one when they are told to', () => {
    const { pod } = podOf(helmObjects('defaults', 'runAsUser=null'));
    expect(pod['securityContext']).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  });

  it('wait longer after SIGTERM than the answers under way may take', () => {
    expect(podOf(objects).pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(30);
  });
});

describe('HTTP mode', () => {
  const objects = helmObjects('http-ingress');

  it('takes the signing secret and never the app-level token', () => {
    const names = podOf(objects).container.env.map(({ name }) => name);
    expect(names).toContain('SLACK_SIGNING_SECRET');
    expect(names).not.toContain('SLACK_APP_TOKEN');
  });

  it('leads one path of one host to the Slack port; health and metrics stay inside', () => {
    expect(only(objects, 'Ingress').spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['k8s-svc.example.com'], secretName: 'k8s-svc-tls' }],
      rules: [
        {
          host: 'k8s-svc.example.com',
          http: {
            paths: [
              {
                path: '/slack/events',
                pathType: 'Exact',
                backend: { service: { name: only(objects, 'Service').metadata.name, port: { name: 'slack' } } },
              },
            ],
          },
        },
      ],
    });
    expect(only(objects, 'Service').spec).toMatchObject({ type: 'ClusterIP' });
  });

  it('admits to the Slack port whom the values name', () => {
    expect(only(objects, 'NetworkPolicy').spec.ingress?.[0]).toEqual({
      ports: [{ port: 'slack', protocol: 'TCP' }],
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
    });
  });

  it('goes on for some seconds while load balancers learn that the pod leaves', () => {
    expect(podOf(objects).container.lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    expect(podOf(helmObjects('http-ingress', 'preStopSleepSeconds=0')).container.lifecycle).toBeUndefined();
  });

  it('runs the image by its digest when there is one', () => {
    expect(podOf(objects).container.image).toMatch(/^registry\.example\.com\/k8s-svc@sha256:[0-9a-f]{64}$/u);
    expect(podOf(helmObjects()).container.image).toBe('registry.example.com/k8s-svc:0.1.0');
  });
});

describe('the configuration file', () => {
  it('is what stands in config, mounted where K8S_SVC_CONFIG says; another text makes new pods, but where a running bot takes it over', () => {
    const objects = helmObjects('two-replicas');
    expect(only(objects, 'ConfigMap').data).toEqual({ 'config.yaml': 'store:\n  url: redis://valkey:6379\n' });
    const { container } = podOf(objects);
    expect(container.env).toContainEqual({ name: 'K8S_SVC_CONFIG', value: '/etc/k8s-svc/config/config.yaml' });
    expect(container.volumeMounts).toEqual([{ name: 'config', mountPath: '/etc/k8s-svc/config', readOnly: true }]);
    const sum = (more: readonly string[]) =>
      only(helmObjects('two-replicas', ...more), 'Deployment').spec.template?.metadata.annotations?.['checksum/config'];
    expect(sum([])).not.toBe(sum(['config.logLevel=debug']));
    expect(sum([])).toBe(
      sum(['config.access.contact=ops', 'config.alerts.windowHours=2', 'config.channels.C0123ABCD.alerts=true']),
    );
    expect(sum(['rollOnConfigChange=false'])).toBeUndefined();
  });

  it('lets out to the store, and takes its password from a Secret', () => {
    const objects = helmObjects('two-replicas');
    expect(only(objects, 'NetworkPolicy').spec.egress?.at(-1)).toEqual({
      ports: [{ port: 6379, protocol: 'TCP' }],
      to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'valkey' } } }],
    });
    expect(podOf(objects).container.env).toContainEqual({
      name: 'K8S_SVC_STORE_PASSWORD',
      valueFrom: { secretKeyRef: { name: 'valkey', key: 'password' } },
    });
  });

  it('knows the folder of the mounted kubeconfigs, and keeps the cluster that it runs in', () => {
    const objects = helmObjects('impersonation');
    const clustersOf = (rendered: readonly KubeObject[]) =>
      (load(only(rendered, 'ConfigMap').data?.['config.yaml'] ?? '') as { clusters: object }).clusters;
    expect(clustersOf(objects)).toEqual({
      folder: '/etc/k8s-svc/kubeconfigs',
      list: [{ name: 'in-cluster', inCluster: true }],
    });
    const named = helmObjects('impersonation', 'config.clusters.list[0].name=prod', 'config.clusters.list[0].inCluster=true');
    expect(clustersOf(named)).toMatchObject({ list: [{ name: 'prod', inCluster: true }] });
    expect(podOf(objects).pod.volumes).toContainEqual({
      name: 'kubeconfigs',
      secret: { secretName: 'other-clusters', defaultMode: 0o440 },
    });
  });
});

describe('what the chart knows of the configuration', () => {
  it('is which sections a running bot takes over: those do not make new pods', () => {
    const template = readFileSync(`${root}deploy/chart/templates/deployment.yaml`, 'utf8');
    const left = /omit \(\$config \| fromYaml\) ([^|]*)\|/u.exec(template)?.[1]?.match(/\w+/gu);
    expect(left?.toSorted()).toEqual([...hotSections].toSorted());
  });

  it.each(combinations)('is right in the values %s', (combination) => {
    const text = ofKind(helmObjects(combination), 'ConfigMap')[0]?.data?.['config.yaml'] ?? '{}';
    const sections = Object.entries(load(text) as object).filter(([name]) => name in fileSchema.shape);
    expect(fileSchema.safeParse(Object.fromEntries(sections)).error?.issues).toBeUndefined();
  });
});

describe('rights', () => {
  it('are Roles in the namespaces that are named, and none beyond', () => {
    const objects = helmObjects('namespaces');
    expect(ofKind(objects, 'ClusterRole')).toEqual([]);
    expect(ofKind(objects, 'ClusterRoleBinding')).toEqual([]);
    expect(ofKind(objects, 'Role').map(({ metadata }) => metadata.namespace)).toEqual(['shop', 'payments']);
    for (const { subjects } of ofKind(objects, 'RoleBinding')) {
      expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'k8s-svc', namespace: 'bots' }]);
    }
    const resources = ofKind(objects, 'Role')[0]?.rules?.flatMap(({ resources }) => resources);
    expect(resources).toContain('services');
    // Granted in a Role these would grant nothing.
    for (const without of ['nodes', 'namespaces', 'ingressclasses', 'servicecidrs']) expect(resources).not.toContain(without);
  });

  it('add what has no namespace when that is asked for, and nothing else of the cluster', () => {
    const objects = helmObjects('namespaces-and-nodes');
    const resources = only(objects, 'ClusterRole').rules?.flatMap(({ resources }) => resources);
    expect(resources).toEqual(['namespaces', 'nodes', 'gatewayclasses', 'ingressclasses', 'servicecidrs']);
  });

  it('are the same in the chart, the Kustomize base and deploy/role.yaml', async () => {
    const { readRules } = await import('../../scripts/gen/read-rules.ts');
    const flat = (rules: KubeObject['rules'] = []) =>
      rules
        .flatMap(({ apiGroups, resources, verbs }) => resources.map((one) => `${apiGroups[0]}/${one} ${verbs.join()}`))
        .sort();
    expect(flat(only(helmObjects(), 'ClusterRole').rules)).toEqual(flat(readRules()));
  });

  it('to take a name are limited to users and the groups that are named', () => {
    const rules = ofKind(helmObjects('impersonation'), 'ClusterRole').find(({ metadata }) =>
      metadata.name.endsWith(':impersonate'),
    )?.rules;
    expect(rules).toEqual([
      { apiGroups: [''], resources: ['users'], verbs: ['impersonate'], resourceNames: ['ada@example.com'] },
      { apiGroups: [''], resources: ['groups'], verbs: ['impersonate'], resourceNames: ['developers'] },
    ]);
    const any = helmObjects('defaults', 'rbac.impersonate.enabled=true');
    expect(JSON.stringify(any)).not.toContain('"groups"');
  });

  it('for a dry run are the verb create on what manifests are written for', () => {
    const rules = ofKind(helmObjects('namespaces-and-nodes'), 'Role')[0]?.rules?.filter(({ verbs }) =>
      verbs.includes('create'),
    );
    expect(rules?.flatMap(({ resources }) => resources).sort()).toEqual([
      'endpointslices',
      'httproutes',
      'ingresses',
      'networkpolicies',
      'services',
    ]);
    expect(rules?.every(({ verbs }) => verbs.join() === 'create')).toBe(true);
  });
});

describe('monitoring and scaling', () => {
  it('are there when they are asked for', () => {
    const objects = helmObjects('monitoring-autoscaling');
    expect(only(objects, 'ServiceMonitor')).toMatchObject({
      metadata: { labels: { release: 'prometheus' } },
      spec: { endpoints: [{ port: 'metrics', path: '/metrics', interval: '30s' }] },
    });
    expect(only(objects, 'Service').spec).toMatchObject({ ports: [{ name: 'metrics', port: 9090 }] });
    expect(only(objects, 'HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: only(objects, 'Deployment').metadata.name },
      minReplicas: 2,
      maxReplicas: 4,
    });
    expect(only(objects, 'Deployment').spec).not.toHaveProperty('replicas');
  });
});
