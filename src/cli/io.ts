/** The terminal, handed in so that a test can stand in its place. */
export interface Io {
  readonly out: (words: string) => void;
  readonly err: (words: string) => void;
  /** Standard input to its end; throws a Problem when it is larger than a dump may be. */
  readonly readStdin: () => Promise<string>;
  readonly readFile: (path: string) => Promise<string>;
  /** Throws a Problem when it cannot be written. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly now: () => number;
}
