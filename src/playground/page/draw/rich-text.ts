import type { Json } from '../../fake-slack/model.ts';
import { emojiOf } from './emoji.ts';
import { channelMention, type Names, userMention } from './names.ts';
import { anchor, h, type Node } from './node.ts';
import { asJson, asList, asString, lines } from './text-object.ts';

/** A rich_text block. Its texts are data: no mrkdwn in them. Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function drawRichText(block: Json, names: Names): readonly Node[] {
  return asList(block['elements']).map((element) => drawPart(element, names));
}

function drawPart(element: Json, names: Names): Node {
  const inner = () => drawRuns(element, names);
  switch (element['type']) {
    case 'rich_text_preformatted':
      return h('pre', { class: 'code' }, ...inner());
    case 'rich_text_quote':
      return h('blockquote', {}, ...inner());
    case 'rich_text_list': {
      const items = asList(element['elements']).map((item) => h('li', {}, ...drawRuns(item, names)));
      const offset = Number(element['offset'] ?? 0);
      const attrs = { class: `indent-${Math.min(Number(element['indent'] ?? 0), 8)}` };
      return element['style'] === 'ordered'
        ? h('ol', { ...attrs, start: offset > 0 ? String(offset + 1) : undefined }, items)
        : h('ul', attrs, items);
    }
    default:
      return h('div', { class: 'rich' }, ...inner());
  }
}

function drawRuns(element: Json, names: Names): readonly Node[] {
  return asList(element['elements']).flatMap((run) => drawRun(run, names));
}

function drawRun(run: Json, names: Names): readonly Node[] {
  const words = asString(run['text']);
  switch (run['type']) {
    case 'text':
      return styled(run, lines(words));
    case 'link':
      return styled(run, [anchor(asString(run['url']), words === '' ? asString(run['url']) : words)].flat());
    case 'emoji':
      return [emojiOf(asString(run['name'])) ?? `:${asString(run['name'])}:`];
    case 'user':
      return [h('span', { class: 'mention' }, userMention(names, asString(run['user_id'])))];
    case 'channel':
      return [h('span', { class: 'mention' }, channelMention(names, asString(run['channel_id'])))];
    case 'broadcast':
      return [h('span', { class: 'mention broadcast' }, `@${asString(run['range'])}`)];
    case 'date':
      return [asString(run['fallback'])];
    default:
      return words === '' ? [] : [words];
  }
}

function styled(run: Json, children: readonly Node[]): readonly Node[] {
  const style = asJson(run['style']);
  const tags = { code: 'code', strike: 's', italic: 'i', bold: 'b' };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] === true ? [h(tag, {}, inner)] : inner), children);
}
