import { trimEnd } from '../../../core/words/trim-end.ts';
import type { Part } from '../../../core/answer/part.ts';
import { count, strong } from '../../../core/answer/text.ts';
import { cleanLines } from '../../text/clean-text.ts';
import type { Rendered, RichElement, SlackFile } from '../blocks.ts';
import { leaves, richTextBlocks, section } from '../rich-text.ts';
import { splitLines } from '../split.ts';
import { noteOf } from './note.ts';

const pieceLength = 1_800;
/** Longer than this reads better as a file with the first lines in the message. */
const inlineLength = 3_000;
const inlineLines = 60;
const previewLines = 25;

type CodePart = Extract<Part, { kind: 'code' }>;

/**
 * Code as preformatted text, in which everything is literal. Long code goes into a file when there can be one, with its
 * first lines here; a mermaid diagram always does, as Slack does not draw it.
 */
export function renderCode(part: CodePart, withFiles: boolean): Rendered {
  const code = trimEnd(cleanLines(part.code), '\n');
  if (code === '') return { blocks: [] };
  const lines = code.split('\n');
  const diagram = part.language === 'mermaid';
  if (!withFiles || (!diagram && code.length <= inlineLength && lines.length <= inlineLines)) {
    const name = part.file === undefined ? [] : [section(leaves([strong(fileName(part))]))];
    return { blocks: richTextBlocks([...name, ...preformatted(code)]) };
  }
  const file: SlackFile = { name: fileName(part), content: `${code}\n`, snippetType: snippetType(part.language) };
  if (diagram) return { ...noteOf(`The diagram is in the file ${file.name} (Mermaid).`), files: [file] };
  const preview = splitLines(lines.slice(0, previewLines).join('\n'), inlineLength)[0] ?? '';
  const left = lines.length - preview.replace(/\n$/u, '').split('\n').length;
  const say =
    left > 0 ? `${count(left, 'more line')}: the whole is in the file ${file.name}.` : `The whole is in the file ${file.name}.`;
  return { blocks: [...richTextBlocks(preformatted(preview)), ...noteOf(say).blocks], files: [file] };
}

/** Code as preformatted elements that are small enough each. */
export function preformatted(code: string): readonly RichElement[] {
  return splitLines(code, pieceLength).flatMap((piece): readonly RichElement[] => {
    const text = piece.replace(/\n$/u, '');
    return text === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }];
  });
}

function snippetType(language: CodePart['language']): SlackFile['snippetType'] {
  return language === 'mermaid' ? 'text' : language;
}

const extensions: Readonly<Record<CodePart['language'], string>> = { yaml: 'yaml', shell: 'sh', text: 'txt', mermaid: 'mmd' };

/** A file name may come from an object's name: only what is safe in a name on every system is kept. */
function fileName(part: CodePart): string {
  const name = (part.file ?? '')
    .replaceAll(/[^\w.-]+/gu, '-')
    .replace(/^[.-]+/u, '')
    .slice(0, 100);
  return name === '' ? `k8s-svc.${extensions[part.language]}` : name;
}
