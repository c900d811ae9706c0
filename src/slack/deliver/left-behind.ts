import { z } from 'zod';
import { currentWork } from '../shared/current-work.ts';
import type { Place } from './place.ts';

const noteSchema = z.object({ channel: z.string(), ts: z.string(), threadTs: z.string() });

/** Notes where "Reading…" stands, so that it does not stand there forever when this replica dies. */
export function leaveBehind({ channel, ts, threadTs }: Extract<Place, { kind: 'update' }>): void {
  void currentWork()?.leave({ channel, ts, threadTs });
}

/** In place of "Reading…" of a replica that died; otherwise where the answer would go anyway. */
export function placeLeft(place: Place): Place {
  const left = noteSchema.safeParse(currentWork()?.note).data;
  return left === undefined || place.kind !== 'post' ? place : { kind: 'update', ...left, userId: place.userId };
}
