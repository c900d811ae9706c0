/** One thing that people ask about Services. In the words, backticks mark code. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** The answer in one or two sentences; it is the headline. */
  readonly summary: string;
  /** The rest, paragraph by paragraph: 60 to 150 words with the summary. */
  readonly body: readonly string[];
  /** How people ask for it: what the search compares with. */
  readonly askedAs: readonly string[];
  /** The official page. */
  readonly source: string;
}
