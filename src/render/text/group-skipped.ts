import type { SkippedCheck } from '../../core/answer/answer.ts';

export interface SkippedGroup {
  readonly unread: readonly string[];
  readonly grant: string;
  readonly checks: readonly string[];
}

/** One forbidden list makes many checks impossible: they are said once, by what has to be granted. */
export function groupSkipped(skipped: readonly SkippedCheck[]): readonly SkippedGroup[] {
  const groups = Map.groupBy(skipped, (one) => JSON.stringify([one.grant, one.unread]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ unread: first.unread, grant: first.grant, checks: group.map((one) => one.check) }];
  });
}
