/** Why something was not read. Each is a different thing to say to the person, and none of them means "empty". */
export type UnreadReason =
  /** The API server answered 403. */
  | 'forbidden'
  /** The rules of k8s-svc do not open it to whoever asks. */
  | 'not-open'
  /** The API group or version is not served (for example a CRD that is not installed). */
  | 'not-served'
  | 'timed-out'
  /** Only a part came (a continue token expired, a stream broke). */
  | 'cut-short'
  | 'unreachable'
  /** A dump that holds no object of this kind although other objects in it prove that there are some. */
  | 'not-in-dump'
  /** This read was not needed for the question that was asked. */
  | 'not-asked'
  /**
   * What was read shows that nothing in it could concern the question: no Gateway where no route leads to the Service. A
   * check that lacks nothing else has found nothing.
   */
  | 'cannot-matter';

/** The name by which RBAC and kubectl know a resource, and where it was to be read: what has to be granted. */
export interface UnreadResource {
  readonly resource: string;
  readonly namespace?: string;
  readonly why: UnreadReason;
}

/** A value, or why there is none. An unread list is never an empty list. */
export type Observed<T> =
  | { readonly read: true; readonly value: T }
  | { readonly read: false; readonly unread: readonly UnreadResource[] };

export function observed<T>(value: T): Observed<T> {
  return { read: true, value };
}

export function unread(resource: string, why: UnreadReason, namespace?: string): Observed<never> {
  return { read: false, unread: [namespace === undefined ? { resource, why } : { resource, namespace, why }] };
}

/** Turns the value, keeps the reason. */
export function mapObserved<T, U>(one: Observed<T>, turn: (value: T) => U): Observed<U> {
  return one.read ? observed(turn(one.value)) : one;
}

/** Both values or the reasons of all that is unread. */
export function bothObserved<A, B, C>(a: Observed<A>, b: Observed<B>, join: (a: A, b: B) => C): Observed<C> {
  if (a.read && b.read) return observed(join(a.value, b.value));
  return { read: false, unread: [...(a.read ? [] : a.unread), ...(b.read ? [] : b.unread)] };
}
