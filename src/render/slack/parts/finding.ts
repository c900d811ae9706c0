import type { Finding, NextStep } from '../../../core/answer/answer.ts';
import { code, flatten, plain, text } from '../../../core/answer/text.ts';
import { formatRef } from '../../text/format-ref.ts';
import { cleanLines } from '../../text/clean-text.ts';
import type { Rendered, RichElement, RichLeaf } from '../blocks.ts';
import { cut, oneLine } from '../clean.ts';
import { fitting, leaves, richTextBlocks, safeUrl, section } from '../rich-text.ts';
import { sign } from '../signs.ts';
import { preformatted } from './code.ts';

/**
 * One finding as one block where it fits: sign and title, what is wrong (unless the headline has said it), the evidence,
 * the steps with their commands to copy, the source. A symptom is one line: its root cause is what to mend.
 */
export function renderFinding(finding: Finding, headline: string): Rendered {
  if (finding.explainedBy !== undefined) {
    return {
      blocks: richTextBlocks([section(fitting(leaves(text`↳ ${finding.say} (${code(cut(oneLine(finding.check), 200))})`)))]),
    };
  }
  const say = flatten(finding.say) === headline ? [] : fitting(leaves(text`\n${finding.say}`));
  const named = [...title(finding), ...say];
  const head = section([...sign(finding.severity), ...named]);
  const steps = finding.next.flatMap((next, index) => step(next, finding.next.length > 1 ? `${index + 1}. ` : ''));
  return { blocks: richTextBlocks([head, ...evidence(finding.evidence), ...steps, ...source(finding.source)]) };
}

function title(finding: Finding): readonly RichLeaf[] {
  return [
    ...leaves([{ is: 'strong', value: cut(oneLine(finding.title), 200) }]),
    ...leaves(text` · ${code(cut(oneLine(formatRef(finding.object)), 300))}`),
  ];
}

function evidence(values: Finding['evidence']): readonly RichElement[] {
  const lines = Object.entries(values).flatMap(([path, value], index): readonly RichLeaf[] => {
    const shown = cut(oneLine(String(value)), 300);
    return leaves(text`${index === 0 ? '' : '\n'}${code(cut(oneLine(path), 200))}: ${code(shown === '' ? '""' : shown)}`);
  });
  return [{ type: 'rich_text_quote', elements: [...fitting(lines)] }];
}

function step(next: NextStep, number: string): readonly RichElement[] {
  const say = section([...leaves(plain(number)), ...fitting(leaves(next.say))]);
  return next.command === undefined ? [say] : [say, ...preformatted(cleanLines(next.command))];
}

function source(url: string): readonly RichElement[] {
  const href = safeUrl(url);
  if (href === undefined) return [];
  return [section([{ type: 'link', url: href, text: `Why: ${cut(new URL(href).hostname, 100)}` }])];
}
