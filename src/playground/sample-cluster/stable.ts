import { createHash } from 'node:crypto';

const SAFE = 'bcdfghjklmnpqrstvwxz2456789';

/** A uid that is the same at every run. */
export function uidOf(...path: readonly string[]): string {
  const hex = digest(path).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A suffix of the letters that Kubernetes makes names from. */
export function suffixOf(length: number, ...path: readonly string[]): string {
  return [...digest(path)]
    .slice(0, length)
    .map((byte) => SAFE[byte % SAFE.length])
    .join('');
}

/** A number below `below`. */
export function numberOf(below: number, ...path: readonly string[]): number {
  return digest(path).readUInt32BE(0) % below;
}

/** `2026-11-20T09:30:00Z`. */
export function time(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

function digest(path: readonly string[]): Buffer {
  return createHash('sha256').update(path.join('/')).digest();
}
