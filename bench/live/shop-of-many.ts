/** What the benchmark puts into a cluster: Services with three pods each, and how the broken ones are broken. */

/** The four ways, by the root cause that has to be named. */
export const faults = [
  'selector-label-typo',
  'target-port-name-missing',
  'readiness-probe-failing',
  'lb-no-controller',
] as const;
type Fault = (typeof faults)[number];

export interface ManyServices {
  readonly services: number;
  readonly broken: number;
}

export const namespaceOf = (index: number): string => `team-${index % 50}`;
export const nameOf = (index: number): string => `app-${index}`;

/** The broken ones are spread over all namespaces. */
export function faultOf(index: number, { services, broken }: ManyServices): Fault | undefined {
  const every = Math.floor(services / broken);
  const nth = Math.floor(index / every);
  return index % every === 0 && nth < broken ? faults[nth % faults.length] : undefined;
}

export function namespaces(): readonly object[] {
  return Array.from({ length: 50 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceOf(index) },
  }));
}

/** As many nodes as the pods need: a node of the test control plane takes 110. */
export function nodes({ services }: ManyServices): readonly object[] {
  return Array.from({ length: Math.max(60, Math.ceil((services * 3) / 100)) }, (_, index) => {
    const name = `bench-${index}`;
    const cidr = `10.${128 + Math.floor(index / 250)}.${index % 250}.0/24`;
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'topology.kubernetes.io/zone': `zone-${'abc'[index % 3]}`,
        },
        annotations: { 'k8s-svc.test/address': `10.1.${Math.floor(index / 250)}.${1 + (index % 250)}` },
      },
      spec: { podCIDR: cidr, podCIDRs: [cidr] },
    };
  });
}

export function serviceOf(index: number, of: ManyServices): object {
  const fault = faultOf(index, of);
  const name = nameOf(index);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: namespaceOf(index), labels: { app: name, team: namespaceOf(index) } },
    spec: {
      type: fault === 'lb-no-controller' ? 'LoadBalancer' : 'ClusterIP',
      selector: { app: fault === 'selector-label-typo' ? `${name}x` : name },
      ports: [{ name: 'http', port: 80, targetPort: fault === 'target-port-name-missing' ? 'web' : 'http' }],
    },
  };
}

/** A Deployment with what real ones carry: environment, resources, probes, a configuration volume. */
export function deploymentOf(index: number, of: ManyServices): object {
  const name = nameOf(index);
  const namespace = namespaceOf(index);
  const labels = { app: name, team: namespace, version: 'v1' };
  const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10, timeoutSeconds: 2 };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas: 3,
      revisionHistoryLimit: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: {
          labels,
          annotations: {
            'prometheus.io/scrape': 'true',
            'prometheus.io/port': '9102',
            'checksum/config': 'f3a1'.repeat(16),
            ...(faultOf(index, of) === 'readiness-probe-failing' ? { 'k8s-svc.test/pod': 'not-ready' } : {}),
          },
        },
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example/${name}:1.4.${index % 10}`,
              ports: [
                { name: 'http', containerPort: 8080 },
                { name: 'metrics', containerPort: 9102 },
              ],
              env: Array.from({ length: 15 }, (_, at) => ({
                name: `SETTING_${at}`,
                value: `value of setting ${at} of ${name}`,
              })),
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: probe,
              livenessProbe: { ...probe, periodSeconds: 20 },
              volumeMounts: [{ name: 'config', mountPath: '/etc/app' }],
            },
          ],
          volumes: [{ name: 'config', emptyDir: {} }],
        },
      },
    },
  };
}
