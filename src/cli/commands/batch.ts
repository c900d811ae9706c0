import { z } from 'zod';
import { parseWords } from '../../core/ask/parse-words.ts';
import { badRequest } from '../../core/problem/problem.ts';
import { toJson } from '../../render/json/render-json.ts';
import { exitCodes } from '../exit-code.ts';
import { DEFAULT_TIMEOUT_MS, type CliDeps } from '../deps.ts';
import type { TerminalOptions } from '../terminal-flags.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `ask --batch FILE.jsonl`: one `{"id", "text"}` a line in, one `{"id", "answer"}` a line out, in the same order. */
export async function answerBatch(options: TerminalOptions, words: readonly string[], deps: CliDeps): Promise<number> {
  const { io } = deps;
  if (words.join(' ') !== 'ask')
    throw badRequest('--batch goes with ask.', 'For example: k8s-svc ask --batch questions.jsonl -o json');
  const path = options.batch ?? '-';
  const lines = (path === '-' ? await io.readStdin() : await io.readFile(path)).split('\n');
  const assistant = await deps.openAssistant(options);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { id, text } = parseLine(line, index + 1, path);
    const request = text.trim() === '' ? parseWords([]) : ({ verb: 'ask', text, known: {} } as const);
    const signal = AbortSignal.any([deps.interrupted, AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS)]);
    const answer = await assistant.answer(request, { signal, requestId: deps.newRequestId() });
    io.out(`${JSON.stringify({ id, answer: toJson(answer) })}\n`);
  }
  return exitCodes.healthy;
}

function parseLine(line: string, number: number, path: string): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) throw badRequest(`${path}, line ${number} is not {"id": …, "text": "…"}.`);
  return parsed.data;
}
