import type { Cloud } from '../ask/asked-facts.ts';
import type { Labels } from '../model/kinds/meta.ts';
import type { Protocol } from '../model/kinds/service.ts';

export type TemplateName =
  | 'cluster-ip'
  | 'node-port'
  | 'node-port-each-pod'
  | 'load-balancer'
  | 'load-balancer-each-pod'
  | 'load-balancer-internal'
  | 'headless'
  | 'external-name'
  | 'selectorless'
  | 'ingress'
  | 'port-forward';

export interface PlanPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly targetPort: number | string;
  readonly appProtocol?: string;
  readonly nodePort?: number;
}

/** Everything a template writes, decided beforehand: templates choose nothing. */
export interface ManifestPlan {
  readonly template: TemplateName;
  /** The Service's name. */
  readonly name: string;
  readonly namespace: string | undefined;
  /** `deployment/web`, for kubectl; undefined when no cluster told the kind. */
  readonly workload: { readonly kind: string; readonly name: string } | undefined;
  readonly selector: Labels;
  readonly ports: readonly PlanPort[];
  readonly cloud: Cloud | undefined;
  readonly externalHost: string;
  readonly addresses: readonly string[];
  readonly host: string;
  readonly tls: boolean;
  readonly keepClientIp: boolean;
  /** Connections of one client address go to the same pod again. */
  readonly sticky: boolean;
  readonly staticIp: boolean;
  readonly stateful: boolean;
  readonly replicas: number;
  readonly ingressClass: string;
  readonly gatewayApi: boolean;
  /** The name of the Ingress or HTTPRoute. */
  readonly entryName: string;
  /** The Gateway that an HTTPRoute names; `namespace` only when it is another one. */
  readonly gateway: { readonly name: string; readonly namespace?: string };
  /** A Service that leads to the workload already and serves as it is: an Ingress or route in front of it is enough. */
  readonly existing: { readonly name: string; readonly portName: string; readonly port: number } | undefined;
  /** Labels of the pods that a NetworkPolicy beside it admits; {} is every pod of the namespace, undefined no policy. */
  readonly admits: Labels | undefined;
  /** Pods and Services of the cluster have addresses of both IP families. */
  readonly dualStack: boolean;
  /** What stands for something unknown and has to be replaced, in words. */
  readonly placeholders: readonly string[];
}
