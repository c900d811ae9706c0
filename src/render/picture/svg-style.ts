/** Colours with a contrast of at least 4.5 for words, in light and in dark. */
const light = {
  paper: '#ffffff',
  box: '#f6f8fa',
  frame: '#d0d7de',
  ink: '#1f2328',
  soft: '#59636e',
  ok: '#1a7f37',
  broken: '#cf222e',
  brokenBox: '#fff0ee',
  impaired: '#9a6700',
  impairedBox: '#fff8e5',
  dropped: '#6e7781',
  droppedBox: '#eaeef2',
};

const dark: typeof light = {
  paper: '#0d1117',
  box: '#161b22',
  frame: '#3d444d',
  ink: '#f0f6fc',
  soft: '#a9b3bd',
  ok: '#3fb950',
  broken: '#ff7b72',
  brokenBox: '#3c1618',
  impaired: '#e3b341',
  impairedBox: '#33270b',
  dropped: '#9198a1',
  droppedBox: '#21262d',
};

const colours = (c: typeof light): string => `.paper{fill:${c.paper}}
.box{fill:${c.box};stroke:${c.frame}}
.ink{fill:${c.ink}}
.soft{fill:${c.soft}}
.ok{stroke:${c.ok}}
.broken{stroke:${c.broken}}
.impaired{stroke:${c.impaired}}
.dropped,.unknown{stroke:${c.dropped}}
.box.is-broken{fill:${c.brokenBox};stroke:${c.broken}}
.box.is-impaired{fill:${c.impairedBox};stroke:${c.impaired}}
.box.is-dropped,.box.is-unknown{fill:${c.droppedBox};stroke:${c.dropped}}
.box.frame{fill:none}
.ink.is-broken{fill:${c.broken}}
.ink.is-dropped,.soft.is-dropped,.ink.is-unknown,.soft.is-unknown{fill:${c.soft}}`;

/** viewer: as whoever looks at it has it · light, dark: one of them for a drawing in pixels, in the font that comes with k8s-svc. */
export type Theme = 'viewer' | 'light' | 'dark';

/** The only font of a drawing in pixels: the machine need not have any. */
export const PNG_FONT = 'Inter';

const shapes = `.mark{fill:none;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
.flow{fill:none;stroke-width:2}
.flow.dropped,.flow.unknown,.box.is-dropped,.box.is-unknown{stroke-dasharray:5 4}`;

export function styleOf(theme: Theme): string {
  if (theme !== 'viewer') return `text{font-family:${PNG_FONT}}\n${shapes}\n${colours(theme === 'dark' ? dark : light)}`;
  // The light colours stand first and alone, for viewers that know no media queries.
  return `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
${shapes}
${colours(light)}
@media (prefers-color-scheme:dark){
${colours(dark)}
}`;
}
