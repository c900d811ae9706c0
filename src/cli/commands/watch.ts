import { setTimeout as sleep } from 'node:timers/promises';
import type { Assistant } from '../../app/assistant.ts';
import type { WatchRequest } from '../../core/ask/request.ts';
import { afterLook, beginWatch, outlookOf, watchLimits, type Watch } from '../../core/watch/watch.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { printAnswer } from '../print-answer.ts';
import type { CliDeps } from '../deps.ts';
import type { Output } from '../terminal-flags.ts';

const ONE_READ_MS = 20_000;

/**
 * Follows a Service until it is healthy: the first answer whole, then each change once. Ends with 0 when it is healthy,
 * with the code of the last answer when the time is over.
 */
export async function watch(
  request: WatchRequest,
  assistant: Assistant,
  deps: CliDeps & { readonly output: Output; readonly longestMs: number | undefined },
): Promise<number> {
  const { io, interrupted, output, version } = deps;
  const { verb: _, ...where } = request;
  const longest = deps.longestMs ?? watchLimits.longestMs;
  const until = io.now() + longest;
  let watched: Watch | undefined;
  for (;;) {
    const signal = AbortSignal.any([interrupted, AbortSignal.timeout(Math.min(longest, ONE_READ_MS))]);
    const answer = await assistant.answer({ ...where, verb: 'triage', why: false }, { signal, requestId: deps.newRequestId() });
    if (interrupted.aborted) {
      io.err('Stopped.\n');
      return exitCodes.interrupted;
    }
    const before = watched;
    watched = before === undefined ? beginWatch(answer, io.now(), longest) : afterLook(before, answer, io.now());
    if (watched !== before) printAnswer(answer, output, io, version);
    const outlook = outlookOf(answer, before);
    // A cluster that does not answer at all is no news to wait for; one that skips an answer is.
    const goesOn = outlook === 'goes-on' || (outlook === 'missed' && before !== undefined);
    if (!goesOn || io.now() + watchLimits.everyMs > until) return exitCodeOf(answer);
    if (io.isTerminal && output === 'text') io.err('Watching… (Ctrl-C ends it)\n');
    await sleep(watchLimits.everyMs, undefined, { signal: interrupted }).catch(() => undefined);
  }
}
