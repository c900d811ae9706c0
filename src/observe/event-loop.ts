import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface LoopDelay {
  /** Milliseconds that the event loop was late, over the last full window. */
  readonly meanMs: number;
  readonly maxMs: number;
}

export interface EventLoop {
  delay(): LoopDelay;
  stop(): void;
}

const windowMs = 10_000;
/** The histogram also counts the time between two samples. */
const resolutionMs = 20;

/** Watches how late the event loop runs. A window that has only begun counts too, so that a stall shows at once. */
export function watchEventLoop(): EventLoop {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  const read = (): LoopDelay => {
    const late = (ns: number) => (Number.isFinite(ns) ? Math.max(0, Math.round(ns / 1e6 - resolutionMs)) : 0);
    return histogram.count === 0 ? { meanMs: 0, maxMs: 0 } : { meanMs: late(histogram.mean), maxMs: late(histogram.max) };
  };
  let last: LoopDelay = { meanMs: 0, maxMs: 0 };
  histogram.enable();
  const timer = setInterval(() => {
    last = read();
    histogram.reset();
  }, windowMs);
  timer.unref();
  return {
    delay() {
      const now = read();
      return { meanMs: Math.max(last.meanMs, now.meanMs), maxMs: Math.max(last.maxMs, now.maxMs) };
    },
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
