import { answer } from '../../core/answer/build.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { SlackLogger } from '../logger.ts';
import type { Wait } from '../wait.ts';
import { outgoing } from './outgoing.ts';
import { leaveBehind, placeLeft } from './left-behind.ts';
import type { Place } from './place.ts';
import type { Poster } from './poster.ts';

/** An answer within this time needs no message before it. */
const patienceMs = 1_000;
const everyMs = 3_000;
/**
 * Slack does not replace what a slash command's response_url has said (bolt-js issue 2287), and a button's replaces the
 * message with the button: a private message "Reading…" stays beside the answer. So it comes late, and once: a response_url
 * takes five messages in all.
 */
const patiencePrivatelyMs = 3_000;

export interface Progress {
  /** What is being done, for whoever waits. */
  readonly say: (words: string) => void;
  /** Ends it. Resolves with where the answer goes: in the place of the message that was shown, if one was. */
  done(): Promise<Place>;
}

interface ProgressDeps {
  readonly poster: Pick<Poster, 'post' | 'update'>;
  readonly logger: SlackLogger;
  readonly strict: boolean;
  readonly wait: Wait;
}

/** One message "Reading …" at the place of the answer when that takes long, edited every few seconds, then replaced by the answer. */
export function showProgress(deps: ProgressDeps, place: Place): Progress {
  const over = new AbortController();
  let words = 'Reading…';
  let there = placeLeft(place);

  async function show(say: string): Promise<void> {
    const message = renderSlack(answer('other', say));
    if (there.kind === 'private') {
      const payload = { ...outgoing(message, deps), response_type: 'ephemeral', replace_original: there.replace } as const;
      await there.respond(payload);
    } else if (there.kind === 'update') {
      await deps.poster.update(there.channel, there.ts, message);
    } else {
      const { channel, ts } = await deps.poster.post(there.channel, there.threadTs, message);
      there = { kind: 'update', channel, ts, threadTs: there.threadTs ?? ts, userId: there.userId };
      leaveBehind(there);
    }
  }

  async function run(): Promise<void> {
    const staysBeside = place.kind === 'private' && !place.replace;
    const firstMs = staysBeside ? patiencePrivatelyMs : patienceMs;
    await deps.wait(firstMs, over.signal);
    for (let shown = 0; !over.signal.aborted; shown += 1) {
      const seconds = (firstMs + shown * everyMs) / 1_000;
      if (staysBeside) await show(`${words} The answer comes in a message of its own.`);
      else await show(shown === 0 ? words : `${words} (${seconds} s)`);
      if (place.kind === 'private') return;
      await deps.wait(everyMs, over.signal);
    }
  }

  const running = run().catch(() => deps.logger.debug('progress not shown', { place: place.kind }));
  return {
    say: (next) => void (words = next),
    async done() {
      over.abort();
      await running;
      return there;
    },
  };
}
