import { withEmoji } from './emoji.ts';
import { channelMention, type Names, userMention } from './names.ts';
import { anchor, h, type Node } from './node.ts';

/**
 * Slack's mrkdwn as Slack shows it. Control characters arrive escaped (`&amp; &lt; &gt;`), and only what stands in real
 * angle brackets is a link or mention. `verbatim` turns automatic links off.
 * Source: docs.slack.dev/messaging/formatting-message-text
 */
export function drawMrkdwn(words: string, names: Names, verbatim = false): readonly Node[] {
  const pieces = words.split(/```/);
  // An odd number of fences leaves the last one open: then it is text.
  const closed = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), `${pieces.at(-2)}\`\`\`${pieces.at(-1)}`];
  return closed.flatMap((piece, index) => {
    if (index % 2 === 1) return [h('pre', { class: 'code' }, unescape(piece.replace(/^\n/, '').replace(/\n$/, '')))];
    return drawLines(piece.replace(index > 0 ? /^\n/ : /^$/, ''), names, verbatim);
  });
}

function drawLines(words: string, names: Names, verbatim: boolean): readonly Node[] {
  const nodes: Node[] = [];
  let quote: Node[] = [];
  const flush = () => {
    if (quote.length > 0) nodes.push(h('blockquote', {}, quote));
    quote = [];
  };
  words.split('\n').forEach((line, index, lines) => {
    const quoted = /^&gt; ?/.exec(line);
    if (quoted !== null) {
      if (quote.length > 0) quote.push(h('br', {}));
      quote.push(...drawInline(line.slice(quoted[0].length), names, verbatim));
      return;
    }
    flush();
    nodes.push(...drawInline(line, names, verbatim));
    if (index < lines.length - 1 && lines[index + 1]?.startsWith('&gt;') !== true) nodes.push(h('br', {}));
  });
  flush();
  return nodes;
}

// One alternative a construct, the strongest first: inside code nothing else is parsed.
const INLINE =
  /`(?<code>[^`\n]+)`|<(?<entity>[^<>\n]+)>|(?<![\w*])\*(?<bold>\S(?:[^*\n]*\S)?)\*(?![\w*])|(?<!\w)_(?<italic>\S(?:[^_\n]*\S)?)_(?!\w)|(?<![\w~])~(?<strike>\S(?:[^~\n]*\S)?)~(?![\w~])|(?<url>https?:\/\/[^\s<>`*_]+[^\s<>`*_.,;:!?)])/g;

function drawInline(words: string, names: Names, verbatim: boolean): readonly Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of words.matchAll(INLINE)) {
    const { code, entity, bold, italic, strike, url } = match.groups ?? {};
    if (url !== undefined && verbatim) continue;
    nodes.push(plainWords(words.slice(from, match.index)));
    from = match.index + match[0].length;
    if (code !== undefined) nodes.push(h('code', {}, unescape(code)));
    else if (entity !== undefined) nodes.push(...[drawEntity(entity, names)].flat());
    else if (bold !== undefined) nodes.push(h('b', {}, drawInline(bold, names, verbatim)));
    else if (italic !== undefined) nodes.push(h('i', {}, drawInline(italic, names, verbatim)));
    else if (strike !== undefined) nodes.push(h('s', {}, drawInline(strike, names, verbatim)));
    else if (url !== undefined) nodes.push(...[anchor(unescape(url), unescape(url))].flat());
  }
  nodes.push(plainWords(words.slice(from)));
  return nodes.filter((node) => node !== '');
}

function drawEntity(entity: string, names: Names): Node | readonly Node[] {
  const [target = '', label] = entity.split('|', 2);
  if (target.startsWith('@')) return h('span', { class: 'mention' }, label ?? userMention(names, target.slice(1)));
  if (target.startsWith('#'))
    return h('span', { class: 'mention' }, label === undefined ? channelMention(names, target.slice(1)) : `#${label}`);
  if (target.startsWith('!')) return h('span', { class: 'mention broadcast' }, label ?? `@${target.slice(1).split('^')[0]}`);
  return anchor(unescape(target), unescape(label ?? target.replace(/^mailto:/, '')));
}

const plainWords = (words: string): string => withEmoji(unescape(words));

function unescape(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
