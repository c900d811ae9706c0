import { withEmoji } from './emoji.ts';
import { anchor, h, type Node } from './node.ts';

/**
 * The `markdown` block: the part of GitHub-flavoured Markdown that answers use (headings, lists, quotes, fences, tables
 * and inline marks). HTML in it is text. Source: docs.slack.dev/reference/block-kit/blocks/markdown-block
 */
export function drawMarkdown(words: string): readonly Node[] {
  const nodes: Node[] = [];
  const lines = words.split('\n');
  for (let at = 0; at < lines.length;) {
    const take = (wanted: RegExp): readonly string[] => {
      const from = at;
      while (at < lines.length && wanted.test(lines[at] ?? '')) at += 1;
      return lines.slice(from, at);
    };
    const line = lines[at] ?? '';
    if (/^\s*$/.test(line)) at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      nodes.push(h('pre', { class: 'code' }, take(/^(?!```)/).join('\n')));
      at += 1;
    } else if (/^#{1,6} /.test(line)) {
      at += 1;
      // Slack shows all levels at one size.
      nodes.push(h('p', { class: 'heading' }, h('b', {}, drawInline(line.replace(/^#+ /, '')))));
    } else if (line.startsWith('|')) nodes.push(drawTable(take(/^\|/)));
    else if (line.startsWith('>'))
      nodes.push(
        h(
          'blockquote',
          {},
          ...drawMarkdown(
            take(/^> ?/)
              .map((one) => one.replace(/^> ?/, ''))
              .join('\n'),
          ),
        ),
      );
    else if (/^\s*[-*] /.test(line))
      nodes.push(
        h(
          'ul',
          {},
          take(/^\s*[-*] /).map((one) => h('li', {}, drawInline(one.replace(/^\s*[-*] /, '')))),
        ),
      );
    else if (/^\s*\d+[.)] /.test(line))
      nodes.push(
        h(
          'ol',
          {},
          take(/^\s*\d+[.)] /).map((one) => h('li', {}, drawInline(one.replace(/^\s*\d+[.)] /, '')))),
        ),
      );
    else if (/^(---+|\*\*\*+)$/.test(line)) {
      at += 1;
      nodes.push(h('hr', {}));
    } else {
      at += 1;
      const rest = take(/^(?!\s*$|```|#{1,6} |\||> ?|\s*[-*] |\s*\d+[.)] )/);
      nodes.push(h('p', {}, drawInline([line, ...rest].join(' '))));
    }
  }
  return nodes;
}

function drawTable(rows: readonly string[]): Node {
  const cells = (row: string) =>
    row
      .replace(/^\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [head = '', ...body] = rows.filter((row) => !/^\|[\s:|-]+$/.test(row));
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        cells(head).map((cell) => h('th', { scope: 'col' }, drawInline(cell))),
      ),
    ),
    h(
      'tbody',
      {},
      body.map((row) =>
        h(
          'tr',
          {},
          cells(row).map((cell) => h('td', {}, drawInline(cell))),
        ),
      ),
    ),
  );
}

const INLINE =
  /`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)|(?:\*\*|__)(?<bold>\S(?:.*?\S)?)(?:\*\*|__)|(?<![\w*])\*(?<star>\S(?:[^*]*\S)?)\*|(?<!\w)_(?<italic>\S(?:[^_]*\S)?)_(?!\w)|~~(?<strike>[^~]+)~~|\\(?<escaped>[!-/:-@[-`{-~])/g;

function drawInline(words: string): readonly Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of words.matchAll(INLINE)) {
    const { code, label, href, bold, star, italic, strike, escaped } = match.groups ?? {};
    nodes.push(withEmoji(words.slice(from, match.index)));
    from = match.index + match[0].length;
    if (code !== undefined) nodes.push(h('code', {}, code));
    else if (label !== undefined) nodes.push(...[anchor(href ?? '', ...drawInline(label))].flat());
    else if (bold !== undefined) nodes.push(h('b', {}, drawInline(bold)));
    else if (strike !== undefined) nodes.push(h('s', {}, drawInline(strike)));
    else if (escaped !== undefined) nodes.push(escaped);
    else nodes.push(h('i', {}, drawInline(star ?? italic ?? '')));
  }
  return [...nodes, withEmoji(words.slice(from))].filter((node) => node !== '');
}
