import { raw, time, type Raw } from '../project/raw.ts';

/**
 * The clock of a dump when none is given: the newest time in it, so that ages count from when it was made. Only
 * timestamps that lie in the past when written are taken; `spec` may hold any date.
 */
export function newestTime(objects: readonly Raw[]): number | undefined {
  let newest: number | undefined;
  const look = (value: unknown, depth: number): void => {
    const at = typeof value === 'string' && !isTimestamp(value) ? undefined : time(value);
    if (at !== undefined) newest = newest === undefined || at > newest ? at : newest;
    else if (depth < 8 && typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) look(one, depth + 1);
  };
  for (const object of objects) {
    const metadata = raw(object['metadata']);
    look(metadata['creationTimestamp'], 0);
    look(object['status'], 0);
    for (const key of ['lastTimestamp', 'eventTime', 'firstTimestamp', 'series']) look(object[key], 0);
  }
  return newest;
}

function isTimestamp(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u.test(value);
}
