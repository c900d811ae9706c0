import { PODS, type PictureEdge, type PictureNode, type TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { cleanLine } from '../text/clean-text.ts';

/** Colours of the states that read on white and on black. */
const classes: Readonly<Record<PictureNode['state'], string>> = {
  ok: 'fill:#ddf4e4,stroke:#1a7f37,color:#1f2328',
  broken: 'fill:#ffe2de,stroke:#cf222e,color:#1f2328,stroke-width:3px',
  dropped: 'fill:#eaeef2,stroke:#6e7781,color:#424a53,stroke-dasharray:5 4',
  unknown: 'fill:#eaeef2,stroke:#6e7781,color:#424a53,stroke-dasharray:2 3',
};

const arrows: Readonly<Record<PictureEdge['state'], string>> = {
  ok: '-->',
  impaired: '-->',
  broken: '--x',
  dropped: '-.->',
  unknown: '-.->',
};
const strokes: Partial<Readonly<Record<PictureEdge['state'], string>>> = {
  broken: 'stroke:#cf222e,stroke-width:3px',
  impaired: 'stroke:#bf8700,stroke-width:3px',
};

/** The picture as a Mermaid flowchart, which GitHub, GitLab and many wikis draw. */
export function renderMermaid(picture: TrafficPicture): string {
  const all = picture.stages.flatMap((stage) => stage.nodes);
  return [
    'flowchart TD',
    ...(picture.beside === undefined ? [] : [`  beside["${escapeMermaid(picture.beside)}"]:::broken`]),
    ...all.map((node) => `  ${nodeMarkup(node)}`),
    ...(picture.pods === undefined ? [] : podsMarkup(picture.pods)),
    ...picture.edges.map((edge) => `  ${edgeMarkup(edge)}`),
    ...picture.edges.flatMap(({ state }, index) => {
      const stroke = strokes[state];
      return stroke === undefined ? [] : [`  linkStyle ${index} ${stroke}`];
    }),
    ...Object.entries(classes).map(([name, look]) => `  classDef ${name} ${look}`),
  ].join('\n');
}

function nodeMarkup({ id, title, lines, state }: PictureNode): string {
  const words = [title, ...lines].map(escapeMermaid).filter((line) => line !== '');
  return `${id}["${words.join('<br/>')}"]:::${state}`;
}

function podsMarkup(pods: NonNullable<TrafficPicture['pods']>): readonly string[] {
  const zones = [...Map.groupBy(pods, (pod) => pod.zone)];
  return [
    `  subgraph ${PODS}["Pods"]`,
    ...zones.flatMap(([zone, group], index) => {
      const rows = group.map((pod) => `    ${nodeMarkup(pod)}`);
      return zone === '' ? rows : [`    subgraph zone-${index}["${escapeMermaid(zone)}"]`, ...rows, '    end'];
    }),
    '  end',
  ];
}

function edgeMarkup({ from, to, state, cause }: PictureEdge): string {
  const words = cause === undefined ? '' : `|"${escapeMermaid(cause)}"|`;
  return `${from} ${arrows[state]}${words} ${to}`;
}

/** In quotes; what Mermaid, Markdown or HTML would read becomes an entity as Mermaid writes it. */
function escapeMermaid(words: string): string {
  return cleanLine(words).replace(/[^\p{L}\p{N}\p{M} .,:/()=+→·…@_-]/gu, (letter) => `#${letter.codePointAt(0)};`);
}
