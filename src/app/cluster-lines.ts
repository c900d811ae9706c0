import { code, joinTexts, text, type Text } from '../core/answer/text.ts';
import type { ClusterNames } from './clusters.ts';

const MOST = 20;

/** A line a cluster, with its other names and which one goes without saying. */
export function clusterLines({ names, defaultName, aliases = new Map() }: ClusterNames): readonly Text[] {
  const lines = names.slice(0, MOST).map((name): Text => {
    const others = [...aliases].flatMap(([alias, of]) => (of === name ? [code(alias)] : []));
    const also = others.length === 0 ? [] : [text`also ${joinTexts(others, ', ')}`];
    const notes = [...(name === defaultName ? [text`the default`] : []), ...also];
    return notes.length === 0 ? [code(name)] : text`${code(name)} (${joinTexts(notes, ', ')})`;
  });
  return names.length > MOST ? [...lines, text`and ${names.length - MOST} more`] : lines;
}
