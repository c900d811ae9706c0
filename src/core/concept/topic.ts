/**
 * One thing that people ask about Services. Written as Markdown in `topics/`; `npm run gen` puts it into `all-topics.ts`.
 * In the words, backticks mark code, and `{{service:web}}` inside of them the asker's own name, or else `web`.
 */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** The answer in one or two sentences; it is the headline. */
  readonly summary: string;
  /** The rest, block by block: a paragraph, or the items of a list. */
  readonly body: readonly TopicBlock[];
  /** How people ask for it: what the search compares with. */
  readonly askedAs: readonly string[];
  /** Fields, flags and annotations that it explains: who names one asks for this topic. */
  readonly fields?: readonly string[];
  /** The official page. */
  readonly source: string;
}

export type TopicBlock = string | readonly string[];

/** What can stand in a placeholder. */
export const placeholderNames = ['service', 'workload', 'namespace', 'port', 'targetPort'] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** `{{name:default}}`. */
export const placeholder = /\{\{([a-zA-Z]+):([\w.-]+)\}\}/gu;
