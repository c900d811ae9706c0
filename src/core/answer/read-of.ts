import type { Snapshot } from '../model/snapshot.ts';
import type { Answer } from './answer.ts';

/** What an answer out of this snapshot says of where and when it was read. */
export function readOf({
  cluster,
  takenAt,
  stale,
}: Pick<Snapshot, 'cluster' | 'takenAt' | 'stale'>): NonNullable<Answer['read']> {
  return { cluster, at: takenAt, ...(stale === undefined ? {} : { stale }) };
}
