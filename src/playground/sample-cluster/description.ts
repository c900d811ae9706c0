/** A cluster in few words; `build-*.ts` turns it into the objects that kubectl would print. */
export interface AppDescription {
  readonly name: string;
  readonly namespace: string;
  readonly kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly image: string;
  readonly replicas: number;
  /** On the pods, beside `app`; with it when it is other than the name. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports: readonly PortDescription[];
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  /** `status` is what the path answers, when something listens there and is not content. */
  readonly probe?: { readonly port: number | string; readonly path?: string; readonly status?: number };
  /** Of the container, request and limit; 256Mi when left out. */
  readonly memory?: string;
  /** Minutes for which the pods have run without becoming ready; ready when left out. */
  readonly unreadySinceMinutes?: number;
  /** Why they are not ready, when it is not the probe. */
  readonly trouble?: PodTrouble;
  readonly ageDays: number;
  /** Who scaled it to zero, and when. */
  readonly scaledDownMinutesAgo?: number;
  readonly hostNetwork?: boolean;
  /** The headless Service of a StatefulSet. */
  readonly serviceName?: string;
}

/** What keeps the container of a pod from running. */
export type PodTrouble =
  | { readonly kind: 'crash'; readonly exitCode: number; readonly reason: 'Error' | 'OOMKilled'; readonly restarts: number }
  | { readonly kind: 'image' }
  | { readonly kind: 'unschedulable'; readonly says: string };

export interface PortDescription {
  readonly name: string;
  readonly port: number;
  readonly protocol?: 'TCP' | 'UDP';
}

export interface ServiceDescription {
  readonly name: string;
  readonly namespace: string;
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  readonly headless?: boolean;
  readonly clusterIP?: string;
  readonly selector?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ports?: readonly {
    readonly name: string;
    readonly port: number;
    readonly targetPort: number | string;
    readonly nodePort?: number;
    readonly protocol?: 'TCP' | 'UDP';
    readonly appProtocol?: string;
  }[];
  readonly externalName?: string;
  readonly address?: string;
  /** What the cloud says instead of giving an address to the load balancer. */
  readonly refusedBecause?: string;
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  readonly ageDays: number;
}

export interface ClusterDescription {
  /** The moment at which the dump was taken, epoch milliseconds. */
  readonly now: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly zone: string;
    readonly address: string;
    readonly podCIDR: string;
  }[];
  readonly namespaces: readonly string[];
  readonly apps: readonly AppDescription[];
  readonly services: readonly ServiceDescription[];
}

/** One API object, as kubectl prints it. */
export type KubernetesObject = Readonly<Record<string, unknown>> & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
  };
};
