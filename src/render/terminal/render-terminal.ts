import type { Answer } from '../../core/answer/answer.ts';
import type { Part } from '../../core/answer/part.ts';
import { plain } from '../../core/answer/text.ts';
import { cleanLine, cleanLines } from '../text/clean-text.ts';
import { signs } from '../text/signs.ts';
import { traceSource } from '../text/trace-source.ts';
import { actionLines, askLines, footerLines, skippedLines } from './closing.ts';
import { commandLines } from './command.ts';
import { fieldLines } from './fields.ts';
import { findingLines } from './finding.ts';
import { paint, type Medium } from './medium.ts';
import { proseLines } from './prose.ts';
import { tableLines } from './table.ts';

export interface TerminalOptions {
  readonly color: boolean;
  /** Terminal cells. */
  readonly width: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The answer for a terminal: prose is wrapped and tables are cut at `width`; names and commands are never broken. */
export function renderTerminal(answer: Answer, options: TerminalOptions): string {
  const { color, width, now } = options;
  return render(answer, { color, proseWidth: width, tableWidth: width, now });
}

/**
 * The whole answer as plain text, for pipes and for `text` in JSON: no colour, one line a paragraph and tables uncut,
 * for whoever takes it looks for words in it or shows it at a width of their own.
 */
export function renderPlain(answer: Answer): string {
  return render(answer, { color: false, proseWidth: Infinity, tableWidth: Infinity, now: answer.read?.at ?? 0 });
}

function render(answer: Answer, medium: Medium): string {
  const sections = [
    headlineLines(answer, medium),
    ...sectionsOf(answer.parts, medium),
    skippedLines(answer.skipped ?? [], medium),
    ...(answer.asks ?? []).map((ask) => askLines(ask, medium)),
    actionLines(answer.actions, medium),
    footerLines(answer.read, medium),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Parts stand apart by an empty line; a heading stands on what it heads. */
function sectionsOf(parts: readonly Part[], medium: Medium): string[][] {
  const sections: string[][] = [];
  let open: string[] | undefined;
  for (const part of parts) {
    const lines = partLines(part, medium);
    if (open === undefined) sections.push(lines);
    else open.push(...lines);
    open = part.kind === 'heading' ? sections.at(-1) : undefined;
  }
  return sections;
}

function headlineLines(answer: Answer, medium: Medium): string[] {
  const status = answer.status ?? (answer.problem === undefined ? undefined : 'critical');
  if (status === undefined) return proseLines(answer.headline, medium, '', '', 'strong');
  const [first = '', ...rest] = proseLines(answer.headline, medium, '  ', '  ', 'strong');
  return [`${paint(medium, status, signs[status])} ${first.slice(2)}`, ...rest];
}

function partLines(part: Part, medium: Medium): string[] {
  switch (part.kind) {
    case 'text':
      return proseLines(part.text, medium);
    case 'heading':
      return [paint(medium, 'heading', cleanLine(part.text))];
    case 'list':
      return part.items.flatMap((item, at) => proseLines(item, medium, part.ordered === true ? `${at + 1}. ` : '- '));
    case 'fields':
      return fieldLines(part.fields, medium);
    case 'table':
      return tableLines(part, medium);
    case 'code':
      return codeLines(part, medium);
    case 'finding':
      return findingLines(part, medium);
    case 'trace':
      return part.steps.flatMap((step) =>
        proseLines(plain(`${step.question} ${step.answer} (${traceSource[step.from]})`), medium, '→ '),
      );
    case 'note':
      return proseLines(part.text, medium, '', '', 'dim');
    default:
      return part satisfies never;
  }
}

function codeLines(part: Part & { readonly kind: 'code' }, medium: Medium): string[] {
  if (part.language === 'mermaid') return [paint(medium, 'dim', 'A diagram belongs here: -o md shows it as Mermaid.')];
  const file = part.file === undefined ? [] : [paint(medium, 'dim', `# ${cleanLine(part.file)}`)];
  if (part.language === 'shell') return [...file, ...commandLines(part.code, medium)];
  return [...file, ...cleanLines(part.code).trimEnd().split('\n')];
}
