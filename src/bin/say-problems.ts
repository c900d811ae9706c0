import { exitCodes } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { Problem } from '../core/problem/problem.ts';

/** The exit code of the work; a Problem that it throws is a sentence with its next steps, and a bad request. */
export async function sayProblems(io: Pick<Io, 'err'>, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    io.err(`${[error.say, ...error.next.map((step) => `- ${step}`)].join('\n')}\n`);
    return exitCodes.badRequest;
  }
}
