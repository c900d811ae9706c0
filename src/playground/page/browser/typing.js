const PAUSE_MS = 250;

/** @type {{ tell: () => Promise<void>, timer: ReturnType<typeof setTimeout> } | undefined} */
let waiting;

/**
 * Tells the app what was typed, once the person pauses.
 * @param {() => Promise<void>} tell
 */
export function whenPaused(tell) {
  if (waiting !== undefined) clearTimeout(waiting.timer);
  waiting = { tell, timer: setTimeout(() => void tellNow(), PAUSE_MS) };
}

/** Tells what still waits, so that the app hears of it before a submit. */
export async function tellNow() {
  const { tell, timer } = waiting ?? {};
  clearTimeout(timer);
  waiting = undefined;
  await tell?.();
}
