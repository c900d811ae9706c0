import type { RequestContext } from '../app/assistant.ts';
import type { Answer } from '../core/answer/answer.ts';
import { parseFlags } from '../core/ask/flags.ts';
import { areaFlags } from '../core/ask/grammar.ts';
import { parseWords } from '../core/ask/parse-words.ts';
import type { Request } from '../core/ask/request.ts';
import { problemToAnswer } from '../core/problem/problem-to-answer.ts';
import { Problem } from '../core/problem/problem.ts';
import { answerBatch } from './commands/batch.ts';
import { watch } from './commands/watch.ts';
import { DEFAULT_TIMEOUT_MS, type CliDeps } from './deps.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { checkPicture, writePicture } from './picture.ts';
import { printAnswer } from './print-answer.ts';
import { quickAnswer } from './quick-answer.ts';
import { readEarlierScan } from './read-earlier-scan.ts';
import { isReport, splitTerminalFlags, type Output, type TerminalOptions } from './terminal-flags.ts';

/** Runs one command line and returns its exit code. Nothing is thrown: what fails is said. */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<number> {
  const { io } = deps;
  const requestId = deps.newRequestId();
  let output: Output = 'text';
  try {
    const quick = quickAnswer(argv, io.color, deps.version);
    if (quick !== undefined) {
      io.out(quick);
      return exitCodes.healthy;
    }
    const { options, words } = splitTerminalFlags(argv);
    output = options.output;
    const signal = AbortSignal.any([deps.interrupted, AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS)]);
    const progress = io.isTerminal && output === 'text' ? (say: string) => io.err(`${say}\n`) : undefined;
    const context: RequestContext = { signal, requestId, ...(progress !== undefined && { progress }) };
    checkPicture(options);
    if (options.batch !== undefined) return await answerBatch(options, words, deps);
    const request = await toRequest(words, options, io);
    checkPicture(options, request);
    const assistant = await deps.openAssistant(options);
    if (request.verb === 'watch') return await watch(request, assistant, { ...deps, output, longestMs: options.timeoutMs });
    const answer = await assistant.answer(request, context);
    const code = finish(answer, output, deps);
    const drawn = options.picture === undefined || (await writePicture(answer, options.picture, deps));
    return drawn ? code : exitCodes.badRequest;
  } catch (error) {
    return finish(problemToAnswer(error, requestId), output, deps);
  }
}

function finish(answer: Answer, output: Output, { io, interrupted, version }: CliDeps): number {
  if (interrupted.aborted) {
    io.err('Stopped.\n');
    return exitCodes.interrupted;
  }
  printAnswer(answer, output, io, version);
  return exitCodeOf(answer);
}

/** `review` takes its YAML and `scan --since` an earlier scan from a file or standard input; the rest is words alone. */
async function toRequest(words: readonly string[], { file, since, output }: TerminalOptions, io: Io): Promise<Request> {
  const [verb] = words;
  if (verb === 'review') {
    const { values, words: files } = parseFlags(words.slice(1), areaFlags);
    const [path] = files;
    const [namespace, cluster] = [values.get('namespace')?.[0], values.get('cluster')?.[0]];
    const from = file ?? path ?? '-';
    if (files.length > 1)
      throw new Problem('bad-request', 'review takes one file.', ['For example: k8s-svc review -f web.yaml']);
    if (since !== undefined) throw sinceIsForScan();
    return {
      verb: 'review',
      ...(namespace === undefined ? {} : { namespace }),
      ...(cluster === undefined ? {} : { cluster }),
      text: from === '-' ? await io.readStdin() : await io.readFile(from),
    };
  }
  if (file !== undefined) throw new Problem('bad-request', '-f is for review; a dump of a cluster is --from FILE.');
  const request = parseWords(words);
  if (isReport(output) && request.verb !== 'scan' && request.verb !== 'triage') {
    throw new Problem('bad-request', `-o ${output} reports findings: it goes with scan, triage and review.`);
  }
  if (since === undefined) return request;
  if (request.verb !== 'scan') throw sinceIsForScan();
  return { ...request, since: await readEarlierScan(since, io) };
}

function sinceIsForScan(): Problem {
  return new Problem('bad-request', '--since goes with scan.', ['For example: k8s-svc scan -A --since scan.json']);
}
