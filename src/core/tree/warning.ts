import type { Known } from './known.ts';

/** What an expert adds. `when` decides whether it fits what is known. */
export interface Warning {
  readonly id: string;
  when(known: Known): boolean;
  readonly say: string;
}
