/** One step on the way from the caller to the target, in the order in which traffic takes them. */
export interface Hop {
  readonly name:
    | 'Service'
    | 'Outside address'
    | 'DNS name'
    | 'Service port'
    | 'Endpoints'
    | 'Egress of the caller'
    | 'Ingress of the target';
  readonly result: 'passes' | 'stops here' | 'cannot tell' | 'not checked';
  readonly say: string;
}

export function hop(name: Hop['name'], result: Hop['result'], say: string): Hop {
  return { name, result, say };
}
