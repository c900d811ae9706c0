import type { AppDescription } from './description.ts';

/** The labels by which the workload and, as a rule, its Service find the pods. */
export function podLabels({ name, labels = {} }: AppDescription): Readonly<Record<string, string>> {
  const hasOwn = 'k8s-app' in labels || 'app.kubernetes.io/name' in labels;
  return hasOwn ? labels : { app: name, ...labels };
}

export function selectorLabels(app: AppDescription): Readonly<Record<string, string>> {
  const { tier: _, ...selector } = podLabels(app);
  return selector;
}

/** The container spec that workload and pods share, with the API's defaults as they are stored. */
export function podSpec(app: AppDescription): Readonly<Record<string, unknown>> {
  const { name, image, ports, env = {}, command, probe, hostNetwork, memory = '256Mi' } = app;
  return {
    containers: [
      {
        ...(command === undefined ? {} : { command }),
        ...(Object.keys(env).length === 0 ? {} : { env: Object.entries(env).map(([key, value]) => ({ name: key, value })) }),
        image,
        imagePullPolicy: 'IfNotPresent',
        name,
        ...(ports.length === 0
          ? {}
          : { ports: ports.map((port) => ({ containerPort: port.port, name: port.name, protocol: port.protocol ?? 'TCP' })) }),
        ...(probe === undefined ? {} : { readinessProbe: readinessProbe(probe) }),
        resources: { limits: { memory }, requests: { cpu: '100m', memory } },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ],
    dnsPolicy: 'ClusterFirst',
    ...(hostNetwork === true ? { hostNetwork } : {}),
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
  };
}

function readinessProbe({ port, path }: NonNullable<AppDescription['probe']>): Readonly<Record<string, unknown>> {
  return {
    failureThreshold: 3,
    ...(path === undefined ? { tcpSocket: { port } } : { httpGet: { path, port, scheme: 'HTTP' } }),
    initialDelaySeconds: 5,
    periodSeconds: 10,
    successThreshold: 1,
    timeoutSeconds: 1,
  };
}
