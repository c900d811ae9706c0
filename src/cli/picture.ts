import type { Answer } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import { Problem } from '../core/problem/problem.ts';
import { renderSvg } from '../render/picture/render-svg.ts';
import type { CliDeps } from './deps.ts';
import type { TerminalOptions } from './terminal-flags.ts';

const example = 'For example: k8s-svc triage web -n shop --picture web.svg';

/** Throws a bad-request Problem when `--picture` asks for what cannot be drawn: before the cluster is read. */
export function checkPicture({ picture, batch }: TerminalOptions, request?: Request): void {
  if (picture === undefined) return;
  if (!/\.(?:svg|png)$/iu.test(picture)) {
    throw new Problem('bad-request', `--picture writes SVG or PNG; the name ${picture} ends with neither .svg nor .png.`, [
      example,
    ]);
  }
  const draws =
    request === undefined || request.verb === 'triage' || (request.verb === 'explain' && request.services.length === 1);
  if (batch !== undefined || !draws) {
    throw new Problem('bad-request', '--picture goes with triage, and with explain of one Service.', [example]);
  }
}

/**
 * Writes the answer's picture and says so beside it; an answer without one (a question back, a problem) writes nothing.
 * False when it could not be written: the answer stands already, so that is said beside it too.
 */
export async function writePicture({ picture }: Answer, path: string, { io, drawPng }: CliDeps): Promise<boolean> {
  if (picture === undefined) {
    io.err(`No picture was written: there is no Service to draw.\n`);
    return true;
  }
  try {
    await io.writeFile(path, /\.png$/iu.test(path) ? await drawPng(renderSvg(picture, 'light')) : renderSvg(picture));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    io.err(`${[error.say, ...error.next].join('\n- ')}\n`);
    return false;
  }
  io.err(`The traffic path is drawn in ${path}\n`);
  return true;
}
