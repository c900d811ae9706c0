import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureCases } from '../../../scripts/gen/picture-cluster.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { pictureAltText } from '../../../src/render/picture/alt-text.ts';
import { renderSvg } from '../../../src/render/picture/render-svg.ts';
import { anyPicture } from '../../support/arbitrary-picture.ts';
import { pictureOf, pictureSnapshot } from '../../support/picture-snapshot.ts';

const tag = /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/gu;
const elements = new Set(['svg', 'title', 'desc', 'style', 'rect', 'text', 'path']);
const forbidden = /(?!\n)[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/u;

/** Undefined when it is well-formed XML of our own elements alone. */
function faultOf(svg: string): string | undefined {
  const open: string[] = [];
  for (const [whole, closing, name = '', , empty] of svg.matchAll(tag)) {
    if (!elements.has(name)) return `element ${whole}`;
    if (closing === '/') {
      if (open.pop() !== name) return `unbalanced ${whole}`;
    } else if (empty !== '/') open.push(name);
  }
  if (open.length > 0) return `${open.join()} not closed`;
  const words = svg.replaceAll(tag, '');
  if (/[<>]/u.test(words)) return 'an angle bracket in text';
  if (/&(?!(?:amp|lt|gt|quot|apos);)/u.test(svg)) return 'a bare ampersand';
  return forbidden.test(svg) ? 'a character that XML forbids' : undefined;
}

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await pictureSnapshot();
});

describe('the SVG', () => {
  it('is well-formed whatever the names hold', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(faultOf(renderSvg(picture))).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('has light colours, dark ones for whoever wants them, and words for who does not see it', () => {
    const picture = pictureOf(snapshot, 'checkout');
    const svg = renderSvg(picture);
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title id="picture-title">Traffic to Service checkout in namespace shop</title>');
    expect(svg).toContain('Broken between Service checkout and EndpointSlices: Service checkout selects app=chekout');
  });

  it.each(Object.entries(pictureCases))('in docs/pictures is the one that is drawn now: %s', async (name, service) => {
    const file = new URL(`../../../docs/pictures/traffic-${name}.svg`, import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(renderSvg(pictureOf(snapshot, service)));
  });
});

describe('the alternative text', () => {
  it('says what the picture shows, the break first', () => {
    expect(pictureAltText(pictureOf(snapshot, 'checkout'))).toBe(
      'Traffic to Service checkout in namespace shop: No endpoints. ' +
        'Broken between Service checkout and EndpointSlices: Service checkout selects app=chekout, but the pods of Deployment checkout carry app=checkout. ' +
        'Clients: Pods in the cluster (checkout.shop:80). ' +
        'Service: Service checkout (ClusterIP 10.96.116.36, port 80 (http) → targetPort http, selects app=chekout), broken. ' +
        'Endpoints: EndpointSlices (no endpoints), gets no traffic. ' +
        'Pods: No pod (the selector matches no running pod), gets no traffic.',
    );
  });
});
