import { fromSlackText } from './slack-text.ts';

/** The words of one attachment, its markup undone. */
export interface Attachment {
  readonly pretext: string;
  readonly title: string;
  readonly text: string;
  readonly fallback: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly blocks: BlockTexts;
}

export interface BlockTexts {
  readonly headers: readonly string[];
  readonly texts: readonly string[];
}

/** All that a message of Slack says, wherever it stands: for what a person points at and for alerts alike. */
export interface MessageContent {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly blocks: BlockTexts;
  readonly links: readonly string[];
  readonly colors: readonly string[];
  /** Names of whoever posted it, and footers. */
  readonly senders: readonly string[];
}

const longestText = 20_000;
/** Of all texts together: Slack's own limits are near, and a message that exceeds them must not hold us up. */
const longestMessage = 80_000;
const mostAttachments = 40;
const mostTexts = 300;
const deepest = 12;

/** Reads what Slack delivered without trusting its shape: what is not as it should be is left out. Throws nothing. */
export function readMessage(message: unknown, botUserId?: string): MessageContent {
  const links: string[] = [];
  let left = longestMessage;
  const typed = (value: unknown): string => {
    const raw = textIn(value).slice(0, left);
    left -= raw.length;
    for (const [, url = ''] of raw.matchAll(/<(https?:\/\/[^<>|\s]+)(?:\|[^<>]*)?>/giu))
      links.push(url.replaceAll('&amp;', '&'));
    for (const [url] of raw.replaceAll(/<[^<>]*>/gu, ' ').matchAll(/https?:\/\/[^\s<>]+/giu))
      links.push(url.replaceAll('&amp;', '&'));
    return fromSlackText(raw, botUserId).toWellFormed();
  };
  const attachments = listIn(message, 'attachments').slice(0, mostAttachments);
  const read = attachments.map((one): Attachment => {
    for (const key of ['title_link', 'from_url', 'author_link']) addUrl(links, one[key]);
    for (const action of listIn(one, 'actions')) addUrl(links, action['url']);
    return {
      pretext: typed(one['pretext']),
      title: typed(one['title']),
      text: typed(one['text']),
      fallback: typed(one['fallback']),
      fields: listIn(one, 'fields').map((field) => ({ name: typed(field['title']), value: typed(field['value']) })),
      blocks: blockTexts(one['blocks'], typed, links),
    };
  });
  const root = objectOf(message);
  const profile = objectOf(root['bot_profile']);
  return {
    text: typed(root['text']),
    attachments: read,
    blocks: blockTexts(root['blocks'], typed, links),
    links,
    colors: attachments.map((one) => textIn(one['color'])).filter((color) => color !== ''),
    senders: [
      root['username'],
      profile['name'],
      ...attachments.flatMap((one) => [one['footer'], one['author_name'], one['service_name']]),
    ]
      .map(typed)
      .filter((name) => name !== ''),
  };
}

function blockTexts(blocks: unknown, typed: (value: unknown) => string, links: string[]): BlockTexts {
  const headers: string[] = [];
  const texts: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > deepest || texts.length >= mostTexts) return;
    if (Array.isArray(value)) return value.slice(0, mostTexts).forEach((one) => walk(one, depth + 1));
    const block = objectOf(value);
    addUrl(links, block['url']);
    if (block['type'] === 'header') headers.push(typed(objectOf(block['text'])['text']));
    else if (typeof block['text'] === 'string') texts.push(typed(block['text']));
    else if (isRun(block)) texts.push(runText(block, links, depth));
    else for (const inside of Object.values(block)) if (typeof inside === 'object') walk(inside, depth + 1);
  };
  walk(blocks, 0);
  return { headers: headers.filter((one) => one.trim() !== ''), texts: texts.filter((one) => one.trim() !== '') };
}

/** Rich text stands in many leaves for one line. */
function isRun(block: Fields): boolean {
  return typeof block['type'] === 'string' && /^rich_text_(?:section|preformatted|quote)$/u.test(block['type']);
}

function runText(block: Fields, links: string[], depth: number): string {
  if (depth > deepest) return '';
  return listIn(block, 'elements')
    .map((leaf) => {
      addUrl(links, leaf['url']);
      return textIn(leaf['text']) || textIn(leaf['url']);
    })
    .join('')
    .slice(0, longestText)
    .toWellFormed();
}

function addUrl(links: string[], url: unknown): void {
  if (typeof url === 'string' && /^https?:\/\//iu.test(url)) links.push(url.replaceAll('&amp;', '&'));
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listIn(value: unknown, key: string): readonly Fields[] {
  const list = objectOf(value)[key];
  return Array.isArray(list) ? list.slice(0, mostTexts).map(objectOf) : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestText) : '';
}
