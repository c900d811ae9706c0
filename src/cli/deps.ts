import type { Assistant } from '../app/assistant.ts';
import type { Io } from './io.ts';
import type { TerminalOptions } from './terminal-flags.ts';

/** For one answer; a person at a terminal does not wait longer. */
export const DEFAULT_TIMEOUT_MS = 30_000;

export interface CliDeps {
  readonly io: Io;
  /** Built after the flags are known: they say which cluster, dump or none is meant. */
  readonly openAssistant: (options: TerminalOptions) => Promise<Assistant>;
  readonly newRequestId: () => string;
  readonly version: string;
  /** An SVG of ours in pixels; throws a Problem where what that needs is not installed. */
  readonly drawPng: (svg: string) => Promise<Uint8Array>;
  /** Aborts on Ctrl-C. */
  readonly interrupted: AbortSignal;
}
