import type { Answer, Severity } from '../../core/answer/answer.ts';
import type { RichLeaf } from './blocks.ts';

type Status = NonNullable<Answer['status']>;

/** Different in shape, not only in colour. */
const emojis: Readonly<Record<Status, string>> = {
  critical: 'x',
  warning: 'warning',
  info: 'information_source',
  ok: 'white_check_mark',
};

const names: Readonly<Record<Status, string>> = { critical: 'Critical', warning: 'Warning', info: 'Info', ok: 'Healthy' };

/** A request that could not be done shows as an error. */
export function statusOf(answer: Answer): Answer['status'] {
  return answer.status ?? (answer.problem === undefined ? undefined : 'critical');
}

/** The sign before a headline or finding, and the space after it. */
export function sign(status: Severity | 'ok' | undefined): readonly RichLeaf[] {
  if (status === undefined) return [];
  return [
    { type: 'emoji', name: emojis[status] },
    { type: 'text', text: ' ' },
  ];
}

/** The same for those who hear it. */
export function signName(status: Severity | 'ok' | undefined): string {
  return status === undefined ? '' : `${names[status]}: `;
}
