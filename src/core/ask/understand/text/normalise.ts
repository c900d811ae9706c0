/** What is longer is read at its two ends: the question stands at the start or the end, the middle is a pasted log. */
const HEAD = 8_000;
const TAIL = 4_000;

/** `<@U1>`, `<#C1|general>`, `<!here>`, `<https://x|x>`: what Slack writes between angle brackets in `text`. */
const slackLink = /<([@#!]|https?:|mailto:|tel:)([^<>\n]{0,2000})>/g;

/**
 * A message as a person typed it: Slack's escapes and links resolved, one form for quotes, dashes and full-width
 * letters, no control characters and no broken surrogates. Line ends stay, for they tell quotes and tables.
 */
export function normalise(text: string): string {
  const whole = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  return whole
    .toWellFormed()
    .replace(slackLink, (_, sign: string, rest: string) => fromSlackLink(sign, rest))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2018-\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u00AB\u00BB\u2033]/g, '"')
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/[\u2013\u2014]/g, ' - ')
    .replace(/[\u2192\u21D2\u279C\u25BA]|=>/g, '->')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{C}\n]/gu, ' ');
}

function fromSlackLink(sign: string, rest: string): string {
  const bar = rest.indexOf('|');
  const label = bar < 0 ? '' : rest.slice(bar + 1);
  // A mention is a person, a channel or a group: none of them is a thing in the cluster.
  if (sign === '@' || sign === '#' || sign === '!') return ' ';
  const address = bar < 0 ? rest : rest.slice(0, bar);
  // Slack makes a link of every host name that is typed; the label then is what the person typed.
  if (label !== '') return label;
  return sign.startsWith('http') ? `${sign}${address}` : address;
}

/** Lower case without accents, so that `dirección` and `direccion` are one word. Devanagari vowel signs stay. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}
