import { Document, isNode, isPair, isScalar, type Node, type Pair } from 'yaml';
import type { CommentedObject } from './kubernetes-object.ts';

/**
 * Objects as one YAML text, several separated by `---`. YAML 1.1 quotes what Go's parser would take for a boolean or a
 * number (`y`, `on`, `1_000`).
 */
export function emitYaml(objects: readonly CommentedObject[]): string {
  return objects.map(emitOne).join('---\n');
}

function emitOne({ object, comments }: CommentedObject): string {
  const document = new Document(object, { version: '1.1' });
  for (const { at, say } of comments) {
    const target = nodeAt(document, at);
    if (target !== undefined) target.commentBefore = ` ${say}`;
  }
  return document.toString({ lineWidth: 0, indentSeq: false, directives: false });
}

/** The key of a field, so that the comment stands above the line; undefined when this object lacks the field. */
function nodeAt(document: Document, at: readonly (string | number)[]): Node | undefined {
  const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  if (!isNode(parent) || !('items' in parent) || !Array.isArray(parent.items)) return undefined;
  const pair = (parent.items as unknown[]).find(
    (item): item is Pair => isPair(item) && isScalar(item.key) && item.key.value === at.at(-1),
  );
  return pair !== undefined && isScalar(pair.key) ? pair.key : undefined;
}
