/**
 * Lets one piece of work start per turn of the event loop: many watches that sync at once must not hold up what has to be
 * acknowledged. A piece is what one chunk of a stream brings, a few milliseconds at most.
 */
export type Turns = () => Promise<void>;

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  const turn = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(turn);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(turn);
    });
}
