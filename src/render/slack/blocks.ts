import type { CheckedBlock } from './check/blocks.ts';

/** The blocks that k8s-svc sends, exactly as the limits check knows them: what is not checked cannot be written. */
export type SlackBlock = CheckedBlock;
export type RichTextBlock = Extract<SlackBlock, { type: 'rich_text' }>;
export type RichElement = RichTextBlock['elements'][number];
export type RichSection = Extract<RichElement, { type: 'rich_text_section' }>;
export type RichLeaf = RichSection['elements'][number];
export type ActionsElement = Extract<SlackBlock, { type: 'actions' }>['elements'][number];
export type Button = Extract<ActionsElement, { type: 'button' }>;

/** A file for the thread: what is too long for a message, or wanted as a file. */
export interface SlackFile {
  readonly name: string;
  readonly content: string;
  /** Slack's name for the syntax, for example `yaml`. */
  readonly snippetType: 'yaml' | 'text' | 'shell';
}

/** What one part of an answer becomes. */
export interface Rendered {
  readonly blocks: readonly SlackBlock[];
  readonly files?: readonly SlackFile[];
}

/** Length as Slack counts a message: the JSON of its blocks. */
export function jsonLength(value: unknown): number {
  return JSON.stringify(value).length;
}
