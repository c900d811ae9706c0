/** Turns of the event loop without a newcomer after which nobody waits at the door: a request takes two or three to be read. */
const quietTurns = 4;
/** People who keep coming must not hold up those who wait. */
const mostTurns = 1_000;

/**
 * Puts work behind what has to be acknowledged: one piece starts at a time, when the requests that wait at the door have been
 * taken in. An answer may cost tens of milliseconds without a pause, and the server takes in one connection per turn of the
 * event loop: without this, of many who ask at once the last are acknowledged when the first have their answers.
 */
export function createBreather(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let quiet = 0;
  let turns = 0;
  const turn = (): void => {
    quiet += 1;
    turns += 1;
    if (quiet >= quietTurns || turns >= mostTurns) {
      waiting.shift()?.();
      quiet = 0;
      turns = 0;
    }
    if (waiting.length > 0) setImmediate(turn);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      quiet = 0;
      if (waiting.length === 1) setImmediate(turn);
    });
}
