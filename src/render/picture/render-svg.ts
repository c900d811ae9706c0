import type { TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { pictureAltText } from './alt-text.ts';
import type { Box, TextLine } from './box.ts';
import { escapeXml } from './escape-xml.ts';
import { layOut, type Line } from './lay-out.ts';
import { styleOf, type Theme } from './svg-style.ts';

/** The picture as one SVG document of 720 CSS pixels width, in light or dark as the viewer is unless a theme is given. */
export function renderSvg(picture: TrafficPicture, theme: Theme = 'viewer'): string {
  const { width, height, boxes, lines } = layOut(picture);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-desc">
<title id="picture-title">${escapeXml(picture.title)}</title>
<desc id="picture-desc">${escapeXml(pictureAltText(picture))}</desc>
<style>${styleOf(theme)}</style>
<rect class="paper" width="${width}" height="${height}"/>
${[...boxes.flatMap(boxMarkup), ...lines.flatMap(lineMarkup)].join('\n')}
</svg>
`;
}

function boxMarkup(box: Box): readonly string[] {
  const { kind, state, x, y, width, height } = box;
  const bare = kind === 'title' || kind === 'zone';
  const shape = kind === 'pods' ? 'box frame' : state === 'ok' ? 'box' : `box is-${state}`;
  const radius = kind === 'client' ? Math.min(20, height / 2) : 8;
  return [
    ...(bare
      ? []
      : [`<rect class="${shape}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}"/>`]),
    ...(kind === 'node' || kind === 'pod' || kind === 'cause' ? [markOf(box)] : []),
    ...box.lines.map((line) => textMarkup(line, box)),
  ];
}

function textMarkup({ x, y, words, font, role }: TextLine, { kind, state }: Box): string {
  const strong = role === 'title';
  const colour = kind === 'cause' ? `ink is-${state}` : `${strong ? 'ink' : 'soft'} is-${state === 'broken' ? 'ok' : state}`;
  const weight = font.bold ? ' font-weight="700"' : '';
  return `<text class="${colour}" x="${n(x)}" y="${n(y)}" font-size="${font.size}"${weight}>${escapeXml(words)}</text>`;
}

/** The state as a sign too: not everybody tells red from green. In a square of 12 at the first line of the box. */
const marks: Readonly<Record<Box['state'], string>> = {
  ok: 'M0 6l4 4l8 -9',
  broken: 'M1 1l10 10M11 1l-10 10',
  impaired: 'M6 0v7M6 11v0.5',
  dropped: 'M1 6h10',
  unknown: 'M2 3a4 3.5 0 1 1 5.5 3.2q-1.5 0.8 -1.5 2M6 11.5v0.2',
};

function markOf({ state, lines, x }: Box): string {
  const [first] = lines;
  const left = (first?.x ?? x + 24) - 22;
  const top = (first?.y ?? 0) - 11;
  return `<path class="mark ${state}" transform="translate(${n(left)} ${n(top)})" d="${marks[state]}"/>`;
}

function lineMarkup({ x, fromY, toY, state, arrow }: Line): readonly string[] {
  return [
    `<path class="flow ${state}" d="M${n(x)} ${n(fromY)}V${n(toY - 2)}"/>`,
    ...(arrow ? [`<path class="mark ${state}" d="M${n(x - 5)} ${n(toY - 8)}l5 6l5 -6"/>`] : []),
  ];
}

/** Hundredths of a pixel are enough. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
