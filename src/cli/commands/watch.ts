import { setTimeout as sleep } from 'node:timers/promises';
import type { Assistant } from '../../app/assistant.ts';
import { flatten } from '../../core/answer/text.ts';
import type { WatchRequest } from '../../core/ask/request.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { printAnswer } from '../print-answer.ts';
import type { CliDeps } from '../deps.ts';
import type { Output } from '../terminal-flags.ts';

const EVERY_MS = 3_000;
const LONGEST_MS = 15 * 60_000;
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
  const longest = deps.longestMs ?? LONGEST_MS;
  const until = io.now() + longest;
  let last = '';
  for (;;) {
    const signal = AbortSignal.any([interrupted, AbortSignal.timeout(Math.min(longest, ONE_READ_MS))]);
    const answer = await assistant.answer({ ...where, verb: 'triage', why: false }, { signal, requestId: deps.newRequestId() });
    if (interrupted.aborted) {
      io.err('Stopped.\n');
      return exitCodes.interrupted;
    }
    const now = flatten(answer.headline);
    if (now !== last) printAnswer(answer, output, io, version);
    last = now;
    const code = exitCodeOf(answer);
    const settled = answer.status === 'ok' || code === exitCodes.badRequest || code === exitCodes.notReadable;
    if (settled || io.now() + EVERY_MS > until) return code;
    if (io.isTerminal && output === 'text') io.err('Watching… (Ctrl-C ends it)\n');
    await sleep(EVERY_MS, undefined, { signal: interrupted }).catch(() => undefined);
  }
}
