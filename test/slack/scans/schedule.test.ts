import { describe, expect, it } from 'vitest';
import { dueSlot } from '../../../src/slack/scans/schedule.ts';

const at = (time: string) => Date.parse(time);

describe('the times of scheduled scans', () => {
  it.each([
    ['2026-11-20T10:59:59Z', undefined],
    ['2026-11-20T11:00:00Z', '60m-498659'],
    ['2026-11-20T11:04:59Z', '60m-498659'],
    ['2026-11-20T11:05:00Z', undefined],
    ['2026-11-20T12:00:30Z', '60m-498660'],
  ])('every 60 minutes: %s is %s', (time, slot) => {
    expect(dueSlot({ everyMinutes: 60 }, at(time))).toBe(slot);
  });

  it('every 5 minutes is always due, and another look each time', () => {
    const slots = Array.from({ length: 60 }, (_, minute) =>
      dueSlot({ everyMinutes: 5 }, at('2026-11-20T11:00:00Z') + minute * 60_000),
    );
    expect(slots).not.toContain(undefined);
    expect(new Set(slots).size).toBe(12);
  });

  it.each([
    // Berlin is an hour ahead in winter and two in summer.
    ['2026-11-20T07:59:00Z', undefined],
    ['2026-11-20T08:00:00Z', '2026-11-20@09:00'],
    ['2026-11-20T08:05:00Z', undefined],
    ['2026-07-20T07:00:00Z', '2026-07-20@09:00'],
    ['2026-07-20T08:00:00Z', undefined],
  ])('at 09:00 in Berlin: %s is %s', (time, slot) => {
    expect(dueSlot({ at: '09:00', timeZone: 'Europe/Berlin' }, at(time))).toBe(slot);
  });

  it('a day of its own in each zone, at midnight too', () => {
    expect(dueSlot({ at: '00:00', timeZone: 'Pacific/Auckland' }, at('2026-11-20T11:01:00Z'))).toBe('2026-11-21@00:00');
    expect(dueSlot({ at: '00:00', timeZone: 'UTC' }, at('2026-11-21T00:00:00Z'))).toBe('2026-11-21@00:00');
  });

  it('passes over a time that the day does not have', () => {
    // On 29 March 2026 Berlin goes from 02:00 to 03:00.
    const night = Array.from({ length: 240 }, (_, minute) =>
      dueSlot({ at: '02:30', timeZone: 'Europe/Berlin' }, at('2026-03-28T23:00:00Z') + minute * 60_000),
    );
    expect(night.every((slot) => slot === undefined)).toBe(true);
  });
});
