import { Resvg } from '@resvg/resvg-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureCases } from '../../../scripts/gen/picture-cluster.ts';
import { drawPng, fontPaths } from '../../../src/bin/draw-png.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { renderSvg } from '../../../src/render/picture/render-svg.ts';
import { textWidth } from '../../../src/render/picture/text-width.ts';
import { pictureOf, pictureSnapshot } from '../../support/picture-snapshot.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await pictureSnapshot();
});

const font = { loadSystemFonts: false, fontFiles: [...(fontPaths() ?? [])], defaultFontFamily: 'Inter' };

/** How wide the drawing of these words is; 0 where nothing is drawn. */
function drawnWidth(words: string, bold: boolean): number {
  const weight = bold ? ' font-weight="700"' : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text font-family="Inter" x="0" y="100" font-size="100"${weight}>${words}</text></svg>`;
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

describe('the PNG', () => {
  it.each(Object.entries(pictureCases))('of %s is twice as large as the SVG and has its words on it', async (_, service) => {
    const picture = pictureOf(snapshot, service);
    const svg = renderSvg(picture, 'light');
    const png = Buffer.from(await drawPng(svg));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const height = Number(/height="(\d+)"/u.exec(svg)?.[1]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_440, 2 * height]);
    // Without its font resvg leaves all words out and says nothing.
    const bare = await drawPng(svg.replaceAll(/<text [^>]*>[^<]*<\/text>/gu, ''));
    expect(png.length).toBeGreaterThan(2 * bare.length);
  });

  it('of the dark theme has other colours on a ground of its own', async () => {
    const picture = pictureOf(snapshot, 'checkout');
    const pixel = async (theme: 'light' | 'dark') => {
      const { pixels } = new Resvg(renderSvg(picture, theme), { font }).render();
      return [...pixels.subarray(0, 4)];
    };
    expect(await pixel('light')).toEqual([255, 255, 255, 255]);
    expect(await pixel('dark')).toEqual([13, 17, 23, 255]);
  });

  it('draws no character wider than the layout takes it for', () => {
    const wider = [];
    for (let code = 33; code < 127; code += 1) {
      const letter = String.fromCodePoint(code);
      const words = `&#${code};`.repeat(20);
      for (const bold of [false, true]) {
        if (drawnWidth(words, bold) > textWidth(letter.repeat(20), { size: 100, bold })) wider.push([letter, bold]);
      }
    }
    for (const letter of '…→·') {
      for (const bold of [false, true]) {
        const drawn = drawnWidth(letter.repeat(20), bold);
        expect(drawn).toBeGreaterThan(0);
        if (drawn > textWidth(letter.repeat(20), { size: 100, bold })) wider.push([letter, bold]);
      }
    }
    expect(wider).toEqual([]);
  });
});
