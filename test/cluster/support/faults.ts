/** One fault: a file of `workloads/` of the same name as its namespace, and what the answer has to say about it. */
export interface Fault {
  readonly workload: string;
  readonly namespace: string;
  readonly service: string;
  /** The check that has to be the root cause. */
  readonly check: string;
  /** What a person needs to see in the words about it. */
  readonly words: readonly RegExp[];
}

export const faults: readonly Fault[] = [
  {
    workload: 'selector-typo',
    namespace: 'selector-typo',
    service: 'web',
    check: 'selector-label-typo',
    words: [/wbe/, /web/],
  },
  {
    workload: 'other-namespace',
    namespace: 'front-office',
    service: 'invoices',
    check: 'pods-in-other-namespace',
    words: [/back-office/],
  },
  {
    workload: 'probe-failing',
    namespace: 'probe-failing',
    service: 'web',
    check: 'readiness-probe-failing',
    words: [/readiness/i],
  },
  {
    workload: 'crash-loop',
    namespace: 'crash-loop',
    service: 'web',
    check: 'pods-crash-looping',
    words: [/CrashLoopBackOff|ends|crash|restart/i],
  },
  {
    workload: 'image-pull',
    namespace: 'image-pull',
    service: 'web',
    check: 'image-pull-failing',
    words: [/registry\.example\/web:1\.4/],
  },
  {
    workload: 'scaled-to-zero',
    namespace: 'scaled-to-zero',
    service: 'web',
    check: 'workload-scaled-to-zero',
    words: [/\b(zero|0)\b/],
  },
  {
    workload: 'port-name',
    namespace: 'port-name',
    service: 'web',
    check: 'target-port-name-missing',
    words: [/\bweb\b/, /\bhttp\b/],
  },
];
