import { drawPng } from '../../src/bin/draw-png.ts';
import { openClusters } from '../../src/bin/open-clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseIgnoreList } from '../../src/core/triage/suppress/ignored-checks.ts';
import type { Io } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { answerSchema, type AnswerJson } from '../../src/render/json/answer-schema.ts';
import { readFile, writeFile } from 'node:fs/promises';

export interface TerminalRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process with the real assistant and readers; only the terminal itself stands in. */
export async function runInTerminal(
  argv: readonly string[],
  options: {
    stdin?: string;
    signal?: AbortSignal;
    color?: boolean;
    drawPng?: (svg: string) => Promise<Uint8Array>;
  } = {},
): Promise<TerminalRun> {
  let out = '';
  let err = '';
  const readStdin = () => Promise.resolve(options.stdin ?? '');
  const io: Io = {
    out: (words) => (out += words),
    err: (words) => (err += words),
    readStdin,
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, words) => writeFile(path, words),
    isTerminal: false,
    color: options.color ?? false,
    width: Number.POSITIVE_INFINITY,
    now: () => Date.parse('2026-11-20T10:00:00Z'),
  };
  let requests = 0;
  const code = await runCli(argv, {
    io,
    newRequestId: () => `request-${(requests += 1)}`,
    version: '0.0.0-test',
    drawPng: options.drawPng ?? drawPng,
    interrupted: options.signal ?? new AbortController().signal,
    openAssistant: (flags) =>
      Promise.resolve(makeAssistant(openClusters(flags, readStdin), { ignored: parseIgnoreList(flags.ignore) })),
  });
  return { code, out, err };
}

/** The same with `-o json`, checked against the published contract. */
export async function answerInTerminal(
  argv: readonly string[],
  stdin?: string,
): Promise<AnswerJson & { readonly exitCode: number }> {
  const { code, out } = await runInTerminal([...argv, '-o', 'json'], stdin === undefined ? {} : { stdin });
  return { ...answerSchema.strict().parse(JSON.parse(out)), exitCode: code };
}
