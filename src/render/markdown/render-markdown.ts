import type { Answer, Ask } from '../../core/answer/answer.ts';
import type { Part } from '../../core/answer/part.ts';
import { code, count, plain, text, type Text } from '../../core/answer/text.ts';
import { renderMermaid } from '../picture/render-mermaid.ts';
import { groupSkipped } from '../text/group-skipped.ts';
import { signs } from '../text/signs.ts';
import { traceSource } from '../text/trace-source.ts';
import { codeFence, codeSpan, markdownLine } from './escape-markdown.ts';
import { findingBlocks } from './markdown-finding.ts';
import { markdownTable } from './markdown-table.ts';
import { formatTime, readTime } from '../text/read-time.ts';

const languages = { yaml: 'yaml', shell: 'sh', text: 'text', mermaid: 'mermaid' } as const;

/** The answer as GitHub Flavored Markdown, to paste into an issue, a pull request or a runbook. */
export function renderMarkdown(answer: Answer): string {
  const status = answer.status ?? (answer.problem === undefined ? undefined : 'critical');
  const sign = status === undefined ? '' : `${signs[status]} `;
  const blocks = [
    `## ${sign}${markdownLine(answer.headline)}`,
    ...answer.parts.flatMap(partBlocks),
    ...pictureBlocks(answer),
    ...skippedBlocks(answer),
    ...(answer.asks ?? []).flatMap(askBlocks),
    ...(answer.actions.length === 0
      ? []
      : [
          '**Next**',
          bullets(
            answer.actions
              // The picture is in the Markdown itself.
              .filter(({ draws }) => draws === undefined)
              .map((one) => text`${code(`k8s-svc ${one.request}`)}: ${one.label}`),
          ),
        ]),
    ...footerBlocks(answer),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function partBlocks(part: Part): string[] {
  switch (part.kind) {
    case 'text':
      return [markdownLine(part.text)];
    case 'heading':
      return [`### ${markdownLine(plain(part.text))}`];
    case 'list':
      return [part.ordered === true ? numbered(part.items) : bullets(part.items)];
    case 'fields':
      return [bullets(part.fields.map(({ name, value }) => text`${{ is: 'strong', value: `${name}:` }} ${value}`))];
    case 'table':
      return [
        part.caption === '' ? '' : `**${markdownLine(plain(part.caption))}**`,
        part.rows.length === 0
          ? '(none)'
          : markdownTable(
              part.columns,
              part.rows.map((row) => row.map(plain)),
            ),
      ];
    case 'code':
      return [part.file === undefined ? '' : codeSpan(part.file), codeFence(languages[part.language], part.code)];
    case 'finding':
      return findingBlocks(part);
    case 'trace':
      return [
        markdownTable(
          ['Question', 'Answer', 'From'],
          part.steps.map((step) => [plain(step.question), plain(step.answer), plain(traceSource[step.from])]),
        ),
      ];
    case 'note':
      return [`> ${markdownLine(part.text)}`];
    default:
      return part satisfies never;
  }
}

function bullets(items: readonly Text[]): string {
  return items.map((item) => `- ${markdownLine(item)}`).join('\n');
}

function numbered(items: readonly Text[]): string {
  return items.map((item, at) => `${at + 1}. ${markdownLine(item)}`).join('\n');
}

function pictureBlocks({ picture }: Answer): string[] {
  return picture === undefined ? [] : ['### Traffic path', codeFence(languages.mermaid, renderMermaid(picture))];
}

function skippedBlocks(answer: Answer): string[] {
  const groups = groupSkipped(answer.skipped ?? []);
  if (groups.length === 0) return [];
  const items = groups.map(
    ({ checks, unread, grant }) =>
      text`${count(checks.length, 'check')}: could not read ${unread.join(', ')}. Grant: ${code(grant)} (${checks.join(', ')})`,
  );
  return [`### ${signs.warning} Not checked`, bullets(items)];
}

function askBlocks(ask: Ask): string[] {
  const options = ask.options.map((option) => text`${option.label}: ${code(`k8s-svc ${option.request}`)}`);
  return [`**${markdownLine(plain(ask.question))}**`, numbered(options)];
}

function footerBlocks({ read }: Answer): string[] {
  if (read === undefined) return [];
  const at = readTime(read);
  return [`<sub>${markdownLine(text`Cluster ${read.cluster}${at === undefined ? '' : `, read ${formatTime(at)}`}`)}</sub>`];
}
