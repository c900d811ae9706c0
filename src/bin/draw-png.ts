import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Problem } from '../core/problem/problem.ts';
import { PNG_FONT } from '../render/picture/svg-style.ts';

/** Weights that a picture uses. `npm run build` copies the files beside the bundle. */
const fonts = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'] as const;

/**
 * An SVG of ours in pixels, at twice its size so that it is sharp on a phone. Nothing is loaded before the first picture;
 * the native package may be missing, as it is optional. Throws a Problem then.
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const fontFiles = fontPaths();
  const loaded = await import('@resvg/resvg-js').catch(() => undefined);
  if (loaded === undefined || fontFiles === undefined) {
    throw new Problem(
      'bad-request',
      `A PNG needs ${loaded === undefined ? 'the package @resvg/resvg-js' : 'the folder fonts'} beside k8s-svc, which is not there.`,
      ['Give a name that ends with .svg', 'Or install it: npm install @resvg/resvg-js@2.6.2'],
    );
  }
  // Off the main thread: a bot goes on answering others.
  const image = await loaded.renderAsync(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: PNG_FONT },
  });
  return image.asPng();
}

/** Beside the bundle, or in the package when it runs from its source. undefined when they are in neither. */
export function fontPaths(): readonly string[] | undefined {
  const beside = fonts.map((path) => fileURLToPath(new URL(`fonts/${path.split('/')[1]}`, import.meta.url)));
  if (beside.every((path) => existsSync(path))) return beside;
  try {
    const { resolve } = createRequire(import.meta.url);
    return fonts.map((path) => resolve(`@expo-google-fonts/inter/${path}`));
  } catch {
    return undefined;
  }
}
