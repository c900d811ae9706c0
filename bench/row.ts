/** One line of a table of the benchmark. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'requests' | '×' | 'of the broken' | 'false alarms';
  /** What it should be at most; of what is counted as found, at least. None: shown for comparison only. */
  readonly goal?: number;
  readonly more?: string;
}

/** What a goal may be missed by on a noisy machine. */
const TOLERANCE = 1.2;

/** Whatever the machine does, this has to be so. */
export function isOfWhatWasFound({ unit }: Row): boolean {
  return unit === 'of the broken' || unit === 'false alarms';
}

export function misses({ value, goal, unit }: Row): boolean {
  if (goal === undefined) return false;
  return unit === 'of the broken' ? value < goal : value > goal * (unit === 'false alarms' ? 1 : TOLERANCE);
}

export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const row of rows) {
    const { what, value, unit, goal, more } = row;
    const shown = `${number(value)} ${unit}`.padStart(22);
    const wanted = goal === undefined ? '' : `   goal ${number(goal)}${misses(row) ? '  MISSED' : ''}`;
    console.log(`${what.padEnd(58)} ${shown}${wanted}${more === undefined ? '' : `   (${more})`}`);
  }
}

function number(value: number): string {
  return value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2);
}
