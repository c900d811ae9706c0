/** How long to wait before the next try, in milliseconds. `random` gives numbers from 0 to 1. */
export interface Pauses {
  /** After the n-th failure in a row (from 1): from half a second to half a minute, spread so that watches do not all come at once. */
  afterFailure(count: number): number;
  /** Before everything is listed again, because the version to go on from is too old: every other client has to as well. */
  beforeRelist(): number;
  /** A right that is missing, or a CRD that is not installed: looked for again now and then. */
  untilAskedAgain(): number;
  /** How long the server may keep one watch, in whole seconds. */
  watchSeconds(): number;
}

const FIRST_MS = 500;
const MOST_MS = 30_000;
const RELIST_MS = 2_000;
const ASK_AGAIN_MS = 45_000;
const WATCH_SECONDS = 300;

export function createPauses(random: () => number): Pauses {
  return {
    afterFailure: (count) => Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(count - 1, 10)) * (0.5 + random()),
    beforeRelist: () => RELIST_MS * random(),
    untilAskedAgain: () => ASK_AGAIN_MS * (0.75 + random() / 2),
    // As client-go does: between five and ten minutes.
    watchSeconds: () => Math.floor(WATCH_SECONDS * (1 + random())),
  };
}
