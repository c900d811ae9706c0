/** One look at the running bot, out of its own metrics. */
export interface Sample {
  readonly at: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** Of the heap, used or not. */
  readonly heapTotalBytes: number;
  /** Buffers. */
  readonly externalBytes: number;
  /** Longest delay of the event loop in the window before. */
  readonly stallMs: number;
  readonly apiRequests: number;
  readonly cpuSeconds: number;
}

export async function takeSample(observeUrl: string): Promise<Sample> {
  const text = await (await fetch(`${observeUrl}/metrics`, { signal: AbortSignal.timeout(5_000) })).text();
  const sum = (name: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' '))), 0);
  return {
    at: performance.now(),
    rssBytes: sum('process_resident_memory_bytes'),
    heapBytes: sum('nodejs_heap_size_used_bytes'),
    heapTotalBytes: sum('nodejs_heap_size_total_bytes'),
    externalBytes: sum('nodejs_external_memory_bytes'),
    stallMs: sum('k8s_svc_event_loop_delay_seconds') * 1_000,
    apiRequests: sum('k8s_svc_api_requests_total'),
    cpuSeconds: sum('process_cpu_seconds_total'),
  };
}

const MB = 1024 * 1024;

/** Mean of each third of the samples, in MB. */
export function thirds(samples: readonly Sample[], of: (sample: Sample) => number): readonly [number, number, number] {
  const third = (at: number) => {
    const part = samples.slice(Math.floor((samples.length * at) / 3), Math.floor((samples.length * (at + 1)) / 3));
    return part.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, part.length) / MB;
  };
  return [third(0), third(1), third(2)];
}

/** The value that this share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
}
