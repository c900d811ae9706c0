/** An element of well-formed XML: enough of a parser to hold a report to its shape. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Throws on what an XML parser would refuse: stray signs, unknown entities, tags that do not match, illegal characters. */
export function parseXml(xml: string): XmlElement {
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u.exec(xml);
  if (declaration === null) throw new Error('no XML declaration');
  // eslint-disable-next-line no-control-regex -- these are what XML does not allow
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u.test(xml)) throw new Error('a character that is no XML');
  const root: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string } = {
    name: '',
    attributes: {},
    children: [],
    text: '',
  };
  const open = [root];
  const body = xml.slice(declaration[0].length);
  const piece = /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)|([^])/gu;
  for (const [, close, name, attributes = '', empty, words, stray] of body.matchAll(piece)) {
    const parent = open.at(-1) ?? root;
    if (stray !== undefined) throw new Error(`a stray ${stray}`);
    if (words !== undefined) parent.text += unescape(words);
    else if (close !== undefined) {
      if (open.pop()?.name !== close) throw new Error(`</${close}> closes another element`);
    } else {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, unescape(value)]);
      const element = {
        name: name ?? '',
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length !== 1) throw new Error('not exactly one root element');
  return only;
}

function unescape(words: string): string {
  return words.replace(/&([a-z]*);?/gu, (_, name: string) => {
    const value = entities[name];
    if (value === undefined) throw new Error(`&${name}; is no entity`);
    return value;
  });
}
