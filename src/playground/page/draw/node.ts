/**
 * What a page shows, as data: a text or an element. Texts stay texts all the way to the browser, which makes them with
 * `createTextNode`; nothing here is ever parsed as HTML.
 */
export type Node = string | Element;

export interface Element {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

type Child = Node | readonly Node[] | undefined | false;

/** `h('b', {}, 'bold')`. Attributes that are undefined are left out, children that are undefined or false likewise. */
export function h(tag: string, attrs: Readonly<Record<string, string | undefined>>, ...children: readonly Child[]): Element {
  const given = Object.entries(attrs).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const flat = children.flat().filter((child): child is Node => child !== undefined && child !== false && child !== '');
  return { tag, attrs: Object.fromEntries(given), children: flat };
}

/** The words that a person sees, blocks separated by line ends. */
export function wordsOf(nodes: Node | readonly Node[]): string {
  if (typeof nodes === 'string') return nodes;
  if (isList(nodes)) return nodes.map(wordsOf).join('');
  if (nodes.tag === 'br') return '\n';
  const words = wordsOf(nodes.children);
  return BLOCK_TAGS.has(nodes.tag) ? `${words}\n` : words;
}

/** All elements of a tree, outermost first. */
export function elementsOf(nodes: Node | readonly Node[]): readonly Element[] {
  if (typeof nodes === 'string') return [];
  if (isList(nodes)) return nodes.flatMap((node) => elementsOf(node));
  return [nodes, ...elementsOf(nodes.children)];
}

/** Only addresses that a click may follow; anything else is no link. */
export function safeUrl(url: unknown): string | undefined {
  return typeof url === 'string' && /^(https?:\/\/|mailto:)/i.test(url) ? url : undefined;
}

/** A link that opens apart from the page. */
export function anchor(url: string, ...children: readonly Node[]): Node | readonly Node[] {
  const href = safeUrl(url);
  return href === undefined ? children : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children);
}

const BLOCK_TAGS = new Set(['div', 'p', 'h1', 'h2', 'h3', 'h4', 'li', 'pre', 'blockquote', 'tr', 'figure', 'button', 'label']);

function isList(nodes: Element | readonly Node[]): nodes is readonly Node[] {
  return Array.isArray(nodes);
}
