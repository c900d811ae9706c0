/** What the next call of a method meets. `after: true` does the work first: the app gets an error for a post that stands. */
export interface Trouble {
  readonly status: 429 | 500 | 502 | 503;
  readonly retryAfterSeconds?: number;
  readonly after?: boolean;
}

export interface Troubles {
  /** The next `times` calls of the method (or of any, with `*`) fail like this. */
  add(method: string, trouble: Trouble, times?: number): void;
  take(method: string): Trouble | undefined;
}

export function createTroubles(): Troubles {
  const waiting: { readonly method: string; readonly trouble: Trouble }[] = [];
  return {
    add(method, trouble, times = 1) {
      for (let i = 0; i < times; i += 1) waiting.push({ method, trouble });
    },
    take(method) {
      const index = waiting.findIndex((one) => one.method === method || one.method === '*');
      return index < 0 ? undefined : waiting.splice(index, 1)[0]?.trouble;
    },
  };
}
