import type { Names } from './names.ts';

/** Where an element stands: its block, and whether it waits for a submit instead of acting at once. */
export interface Spot {
  readonly blockId: string;
  readonly names: Names;
  /** The id of the label that belongs to an input. */
  readonly labelledBy?: string;
}
