import type { Pod } from './kinds/pod.ts';
import type { Service } from './kinds/service.ts';
import type { Labels } from './kinds/meta.ts';
import type { Observed } from './observed.ts';
import type { ResourceName, Resources } from './resources.ts';

/** What is to be read: the surroundings of one Service, a namespace, or the cluster. */
export type Scope =
  | ({ readonly kind: 'service'; readonly namespace: string; readonly name: string } & Around)
  | ({ readonly kind: 'namespace'; readonly namespace: string } & Around)
  | { readonly kind: 'cluster' };

interface Around {
  /**
   * Also what all Services need (DNS and proxy in kube-system), and where NetworkPolicies select callers by labels, the
   * pods and namespaces of the cluster: for triage.
   */
  readonly around?: true;
}

/** What comes out of a cache whose connection to the cluster broke a while ago. */
export interface Staleness {
  /** Up to when it is true, in epoch milliseconds. */
  readonly asOf: number;
  /** Whose changes after that are not known yet. */
  readonly resources: readonly string[];
}

/**
 * What a reader saw at one moment. It never changes; only projected fields are in it. Lists of a namespaced resource
 * are asked by namespace; `all` is the whole cluster.
 */
export interface Snapshot {
  /** The cluster's name as the person knows it: a context, or the file it came from. */
  readonly cluster: string;
  readonly scope: Scope;
  /** The clock for ages, in epoch milliseconds: now, or for a dump the newest time in it. */
  readonly takenAt: number;
  /** Absent when all of it is as of `takenAt`. */
  readonly stale?: Staleness | undefined;
  all<R extends ResourceName>(resource: R): Observed<readonly Resources[R][]>;
  /** Absent where all of it may be named: what of `all` may be, while some namespaces are not open to whoever asks. */
  open?<R extends ResourceName>(resource: R): Observed<readonly Resources[R][]>;
  /** Objects of one namespace, in the order of the API (by name). */
  in<R extends ResourceName>(resource: R, namespace: string): Observed<readonly Resources[R][]>;
  /** Pods of any namespace, or of one, that the selector matches; narrower than the whole list and therefore often read alone. */
  podsMatching(selector: Labels, namespace?: string): Observed<readonly Pod[]>;
  /** Services of this name in any namespace. */
  servicesNamed(name: string): Observed<readonly Service[]>;
}
