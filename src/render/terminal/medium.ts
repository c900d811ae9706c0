import type { Severity } from '../../core/answer/answer.ts';

/** What the renderer writes for. Widths are terminal cells; prose may be left unwrapped while tables are cut. */
export interface Medium {
  readonly color: boolean;
  readonly proseWidth: number;
  readonly tableWidth: number;
  /** Epoch milliseconds: the clock for "read 5s ago". */
  readonly now: number;
}

export type Tone = Severity | 'ok' | 'code' | 'strong' | 'heading' | 'link' | 'dim';

/** SGR parameters. Source: ECMA-48, 8.3.117 */
const sgr: Readonly<Record<Tone, string>> = {
  critical: '1;31',
  warning: '1;33',
  info: '36',
  ok: '1;32',
  code: '36',
  strong: '1',
  heading: '1;4',
  link: '4',
  dim: '2',
};

const escape = String.fromCodePoint(0x1b);

/** Adds colour and nothing else: without colour the words are the same. */
export function paint(medium: Medium, tone: Tone, words: string): string {
  return medium.color && words !== '' ? `${escape}[${sgr[tone]}m${words}${escape}[0m` : words;
}
