/** When to look: every so many minutes, or once a day at a time of a zone. */
export type Schedule =
  | { readonly everyMinutes: number }
  | {
      /** `09:00`, 24 hours. */
      readonly at: string;
      /** A name of the IANA database, as `Europe/Berlin`. */
      readonly timeZone: string;
    };

const minuteMs = 60_000;
/**
 * A look may begin so much after its time: replicas do not wake at the same moment. A process that starts later waits for the
 * next time, so that a restart is no look.
 */
const graceMinutes = 5;

/**
 * A name for the look that is due now, the same for every replica; undefined when none is. Looks of `everyMinutes` are counted
 * from midnight UTC of 1 January 1970. A time that a day does not have, as the clocks change, is passed over that day.
 */
export function dueSlot(schedule: Schedule, now: number): string | undefined {
  if ('everyMinutes' in schedule) {
    const minutes = Math.floor(now / minuteMs);
    return minutes % schedule.everyMinutes < Math.min(graceMinutes, schedule.everyMinutes)
      ? `${schedule.everyMinutes}m-${Math.floor(minutes / schedule.everyMinutes)}`
      : undefined;
  }
  const { date, time } = localTime(now, schedule.timeZone);
  const late = minutesOf(time) - minutesOf(schedule.at);
  return late >= 0 && late < graceMinutes ? `${date}@${schedule.at}` : undefined;
}

function localTime(now: number, timeZone: string): { readonly date: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
