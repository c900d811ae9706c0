import type { Answer } from '../../core/answer/answer.ts';

/** When the facts were read; undefined for a dump that holds no time at all (manifests), whose clock stands at 0. */
export function readTime(read: Answer['read']): Date | undefined {
  if (read === undefined || read.at <= 0) return undefined;
  const at = new Date(read.at);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** `2026-03-10 09:30:00 UTC`. */
export function formatTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
