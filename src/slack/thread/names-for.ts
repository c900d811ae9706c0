import type { KnownNames } from '../../core/ask/follow-up/follow-up.ts';
import type { Asker } from '../deps.ts';
import type { SlackFront } from '../slack-front.ts';
import { turnOf, type ThreadState } from './thread-state.ts';

/** The names that exist in the cluster that a thread is about: "and api?" is a Service there, or talk between people. */
export async function namesFor(front: SlackFront, asker: Asker, state: ThreadState): Promise<KnownNames | undefined> {
  const request = turnOf(state, front.parse)?.request;
  return request === undefined
    ? undefined
    : front.answerer.names(asker, request.verb === 'review' ? undefined : request.cluster);
}
