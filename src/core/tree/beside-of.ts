import type { Beside } from '../ask/request.ts';
import type { Hints } from './known.ts';

/** What is wanted beside the Service's type, whoever said it and how: wanted of the next manifest of this talk as well. */
export function besideOf({ admits, stickySessions }: Hints): Beside {
  return { ...(admits === undefined ? {} : { admits }), ...(stickySessions === true ? { sticky: true } : {}) };
}

/** The same as a request has it, for the tree. */
export function hintsOfBeside({ admits, sticky }: Beside): Pick<Hints, 'admits' | 'stickySessions'> {
  return { ...(admits === undefined ? {} : { admits }), ...(sticky === true ? { stickySessions: true } : {}) };
}
