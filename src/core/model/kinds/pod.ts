import type { Condition } from './condition.ts';
import type { KubernetesObject, Labels } from './meta.ts';
import type { Protocol } from './service.ts';

export interface ContainerPort {
  /** '' when it has no name. */
  readonly name: string;
  readonly containerPort: number;
  readonly protocol: Protocol;
  readonly hostPort: number | undefined;
}

export interface Probe {
  readonly type: 'httpGet' | 'tcpSocket' | 'grpc' | 'exec';
  readonly port: number | string | undefined;
  readonly path: string | undefined;
  /** Of httpGet; the API default is HTTP. */
  readonly scheme: 'HTTP' | 'HTTPS';
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export interface EnvVar {
  readonly name: string;
  /** Only literal values; '' where it comes from elsewhere. */
  readonly value: string;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly ContainerPort[];
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly EnvVar[];
  readonly readinessProbe: Probe | undefined;
  readonly livenessProbe: Probe | undefined;
  readonly startupProbe: Probe | undefined;
  /** An init container with restartPolicy Always (a sidecar): it runs beside the others and may declare ports. */
  readonly sidecar: boolean;
  readonly memoryLimit: string | undefined;
  readonly memoryRequest: string | undefined;
}

export type ContainerState =
  | { readonly is: 'waiting'; readonly reason: string; readonly message: string }
  | { readonly is: 'running'; readonly startedAt: number | undefined }
  | {
      readonly is: 'terminated';
      readonly reason: string;
      readonly message: string;
      readonly exitCode: number;
      readonly finishedAt: number | undefined;
    };

export interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly started: boolean | undefined;
  readonly restartCount: number;
  readonly image: string;
  readonly state: ContainerState | undefined;
  readonly lastState: ContainerState | undefined;
}

/** What a pod and a pod template have in common. */
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly nodeName: string | undefined;
  readonly hostNetwork: boolean;
  readonly hostname: string | undefined;
  readonly subdomain: string | undefined;
  readonly restartPolicy: string;
  readonly readinessGates: readonly string[];
  readonly imagePullSecrets: readonly string[];
  readonly serviceAccountName: string;
  /** Variables such as DB_PORT are made for every Service of the namespace. */
  readonly enableServiceLinks: boolean;
  readonly dnsPolicy: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  readonly dnsConfig: DnsConfig;
}

/** Source: kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config */
export interface DnsConfig {
  readonly nameservers: readonly string[];
  readonly searches: readonly string[];
  /** undefined: the default of the dnsPolicy (5 with the cluster's DNS). */
  readonly ndots: number | undefined;
}

export interface PodTemplate {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly spec: PodSpec;
}

/** Source: kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
export interface Pod extends KubernetesObject {
  readonly kind: 'Pod';
  readonly spec: PodSpec;
  readonly status: {
    readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
    readonly reason: string;
    readonly message: string;
    readonly conditions: readonly Condition[];
    readonly podIPs: readonly string[];
    readonly hostIP: string | undefined;
    readonly startedAt: number | undefined;
    readonly containers: readonly ContainerStatus[];
    readonly initContainers: readonly ContainerStatus[];
  };
}
