/**
 * What the next call of a method meets; 'no-answer' keeps the connection open until the app gives up. `after: true` does the
 * work first: the app gets an error for a post that stands.
 */
export interface Trouble {
  readonly status: 429 | 500 | 502 | 503 | 'no-answer';
  readonly retryAfterSeconds?: number;
  readonly after?: boolean;
}

export interface Troubles {
  /** The next `times` calls of the method (or of any, with `*`) fail like this. */
  add(method: string, trouble: Trouble, times?: number): void;
  take(method: string): Trouble | undefined;
  /** Those that no call has met yet. */
  waiting(): readonly Trouble[];
  /** Calls off all that wait. */
  clear(): void;
  /** Told when one is added, met or called off. */
  listen(listener: () => void): () => void;
}

export function createTroubles(): Troubles {
  const waiting: { readonly method: string; readonly trouble: Trouble }[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    add(method, trouble, times = 1) {
      for (let i = 0; i < times; i += 1) waiting.push({ method, trouble });
      tell();
    },
    take(method) {
      const index = waiting.findIndex((one) => one.method === method || one.method === '*');
      if (index < 0) return undefined;
      const [met] = waiting.splice(index, 1);
      tell();
      return met?.trouble;
    },
    waiting: () => waiting.map((one) => one.trouble),
    clear() {
      waiting.length = 0;
      tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
