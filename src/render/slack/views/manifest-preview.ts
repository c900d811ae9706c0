import type { Answer } from '../../../core/answer/answer.ts';
import type { Part } from '../../../core/answer/part.ts';
import { count, flatten, text } from '../../../core/answer/text.ts';
import type { SlackBlock } from '../blocks.ts';
import { noteOf } from '../parts/note.ts';
import { renderPart } from '../render-part.ts';
import { leaves, richTextBlocks, section } from '../rich-text.ts';
import { sign, statusOf } from '../signs.ts';
import { renderSkipped } from '../skipped.ts';
import { splitLines } from '../split.ts';

/** A preview is for looking over: the whole comes with the answer. */
const mostLines = 80;
const mostCharacters = 5_000;
const mostBlocks = 40;

/** The YAML of an answer, what it is proven by, and what is wrong with it. An answer without YAML says itself. */
export function manifestPreview(answer: Answer): readonly SlackBlock[] {
  const headline = flatten(answer.headline);
  const draw = (part: Part) => renderPart(part, { withFiles: false, headline, asBlock: false }).blocks;
  const said = answer.parts.filter(isPreviewed);
  const yaml = said.filter((part) => part.kind === 'code');
  const rest = said.filter((part) => part.kind !== 'code');
  const blocks = [
    ...(yaml.length > 0
      ? yaml.flatMap((part) => cutYaml(part, draw))
      : richTextBlocks([section([...sign(statusOf(answer)), ...leaves(answer.headline, { bold: true })])])),
    ...rest.flatMap(draw),
    ...renderSkipped(answer.skipped ?? []),
  ];
  return blocks.slice(0, mostBlocks);
}

/** Reasons, advice and the commands stand in the answer; here is only the manifest and what speaks for and against it. */
function isPreviewed(part: Part, index: number, parts: readonly Part[]): boolean {
  if (part.kind === 'code') return part.language === 'yaml';
  if (part.kind === 'text') return parts[index + 1]?.kind !== 'code';
  return part.kind === 'note' || part.kind === 'finding';
}

function cutYaml(part: Extract<Part, { kind: 'code' }>, draw: (part: Part) => readonly SlackBlock[]): readonly SlackBlock[] {
  const lines = part.code.trimEnd().split('\n');
  const shown = splitLines(lines.slice(0, mostLines).join('\n'), mostCharacters)[0] ?? '';
  const left = lines.length - shown.trimEnd().split('\n').length;
  const more = left > 0 ? noteOf(`${count(left, 'more line')}: "Write it" brings all of it.`).blocks : [];
  return [...draw({ ...part, code: shown }), ...more];
}

/** Under a form whose values make no manifest yet. */
export function faultyPreview(faults: readonly string[]): readonly SlackBlock[] {
  const words = leaves([{ is: 'strong', value: 'No preview yet' }]);
  return [
    ...richTextBlocks([section([...sign('warning'), ...words])]),
    ...faults.flatMap(
      (fault) => renderPart({ kind: 'text', text: text`${fault}` }, { withFiles: false, headline: '', asBlock: false }).blocks,
    ),
  ];
}
