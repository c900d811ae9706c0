/** What serves until it is told to stop. */
export interface Running {
  /** What the person reads when it is there. */
  readonly say: string;
  stop(): Promise<void>;
}
