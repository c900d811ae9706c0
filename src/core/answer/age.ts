const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const part = (ms: number, unit: number, letter: string): string => (ms < unit ? '' : `${Math.floor(ms / unit)}${letter}`);

/**
 * A time span as kubectl writes ages: `45s`, `8m`, `3h12m`, `5d`. Milliseconds in; never negative (clocks differ).
 * Two units only while the second one still says something.
 */
export function formatAge(ms: number): string {
  const span = Math.max(0, ms);
  if (span < 2 * minute) return `${Math.floor(span / second)}s`;
  if (span < 10 * minute) return part(span, minute, 'm') + part(span % minute, second, 's');
  if (span < 3 * hour) return `${Math.floor(span / minute)}m`;
  if (span < 8 * hour) return part(span, hour, 'h') + part(span % hour, minute, 'm');
  if (span < 2 * day) return `${Math.floor(span / hour)}h`;
  if (span < 8 * day) return part(span, day, 'd') + part(span % day, hour, 'h');
  return `${Math.floor(span / day)}d`;
}
