import { PODS, type PictureEdge, type PictureNode, type TrafficPicture } from '../../core/picture/traffic-picture.ts';
import { cleanLine } from '../text/clean-text.ts';

const MOST_LETTERS = 300;

/** The same as the picture shows, in sentences: where it is broken first, then stage by stage. */
export function pictureAltText(picture: TrafficPicture): string {
  return [
    pictureSummary(picture),
    ...[
      ...picture.stages.map(({ kind, nodes }) => `${stageNames[kind]}: ${nodes.map(nodeWords).join('; ')}.`),
      ...(picture.pods === undefined
        ? []
        : [`Pods: ${picture.pods.map((pod) => zoned(nodeWords(pod), pod.zone)).join('; ')}.`]),
    ].map(tidy),
  ].join(' ');
}

/** Its conclusion: how much stands behind the Service, and where it is broken by what. */
export function pictureSummary(picture: TrafficPicture): string {
  const nodes = new Map(picture.stages.flatMap((stage) => stage.nodes).map((node) => [node.id, node.title]));
  const named = (id: string) => (id === PODS ? 'the pods' : (nodes.get(id) ?? id));
  return [
    `${picture.title}: ${picture.summary}.`,
    ...(picture.beside === undefined ? [] : [picture.beside]),
    ...picture.edges.flatMap((edge) => edgeWords(edge, named)),
  ]
    .map(tidy)
    .join(' ');
}

const stageNames = {
  client: 'Clients',
  entry: 'They enter by',
  service: 'Service',
  endpoints: 'Endpoints',
  outside: 'Leads to',
} as const;

function edgeWords({ from, to, state, cause }: PictureEdge, named: (id: string) => string): readonly string[] {
  if (state !== 'broken' && state !== 'impaired') return [];
  const words = state === 'broken' ? 'Broken' : 'Impaired';
  return [`${words} between ${named(from)} and ${named(to)}${cause === undefined ? '.' : `: ${cause}`}`];
}

function nodeWords({ title, lines, state }: PictureNode): string {
  const words = lines.length === 0 ? title : `${title} (${lines.join(', ')})`;
  return state === 'ok' ? words : `${words}, ${stateWords[state]}`;
}

const stateWords = { broken: 'broken', dropped: 'gets no traffic', unknown: 'unknown' } as const;

function zoned(words: string, zone: string): string {
  return zone === '' ? words : `${words} in ${zone}`;
}

function tidy(sentence: string): string {
  const clean = cleanLine(sentence);
  return clean.length <= MOST_LETTERS ? clean : `${clean.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
}
