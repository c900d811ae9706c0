import type { SkippedCheck } from '../../core/answer/answer.ts';

export interface SkippedGroup {
  readonly unread: readonly string[];
  readonly grant: string;
  readonly checks: readonly string[];
}

/** One forbidden list makes many checks impossible: they are said once, by what has to be granted. */
export function groupSkipped(skipped: readonly SkippedCheck[]): readonly SkippedGroup[] {
  const groups = Map.groupBy(skipped, (one) => JSON.stringify([one.cluster, one.grant, one.unread]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { cluster, grant, unread } = first;
    const where = cluster === undefined ? unread : [`${unread.join(', ')} of cluster ${cluster}`];
    return [{ unread: where, grant, checks: group.map((one) => one.check) }];
  });
}
