import type { Answer } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import { Problem } from '../core/problem/problem.ts';
import { renderSvg } from '../render/picture/render-svg.ts';
import type { Io } from './io.ts';
import type { TerminalOptions } from './terminal-flags.ts';

const example = 'For example: k8s-svc triage web -n shop --picture web.svg';

/** Throws a bad-request Problem when `--picture` asks for what cannot be drawn: before the cluster is read. */
export function checkPicture({ picture, batch }: TerminalOptions, request?: Request): void {
  if (picture === undefined) return;
  if (/\.png$/iu.test(picture)) {
    const svg = picture.replace(/\.png$/iu, '.svg');
    throw new Problem('bad-request', 'Pictures are written as SVG only so far, not as PNG.', [`Give --picture ${svg}`]);
  }
  if (!/\.svg$/iu.test(picture)) {
    throw new Problem('bad-request', `--picture writes an SVG; the name ${picture} does not end with .svg.`, [example]);
  }
  const draws =
    request === undefined || request.verb === 'triage' || (request.verb === 'explain' && request.services.length === 1);
  if (batch !== undefined || !draws) {
    throw new Problem('bad-request', '--picture goes with triage, and with explain of one Service.', [example]);
  }
}

/** Writes the answer's picture and says so beside it; an answer without one (a question back, a problem) writes nothing. */
export async function writePicture({ picture }: Answer, path: string, io: Io): Promise<void> {
  if (picture === undefined) {
    io.err(`No picture was written: there is no Service to draw.\n`);
    return;
  }
  await io.writeFile(path, renderSvg(picture));
  io.err(`The traffic path is drawn in ${path}\n`);
}
