import type { Severity } from '../../core/answer/answer.ts';

/** One character before a headline or finding; all four are one terminal cell wide. */
export const signs: Readonly<Record<Severity | 'ok', string>> = { critical: '✖', warning: '▲', ok: '✔', info: '●' };
