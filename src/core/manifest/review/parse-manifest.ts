import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { badRequest, type Problem } from '../../problem/problem.ts';
import type { ManifestObject } from '../kubernetes-object.ts';
import { refuseHostile } from './refuse-hostile.ts';

/** An object as it was typed, and where. */
export interface ParsedObject {
  readonly object: ManifestObject;
  /** The line of a field (`spec.ports[0].port`); of what is not there, the line of what it should stand in. */
  readonly lineOf: (path: string) => number;
}

export interface ParsedManifest {
  readonly objects: readonly ParsedObject[];
  /** First lines of documents that are no Kubernetes objects. */
  readonly others: readonly number[];
}

/**
 * Reads YAML (or JSON) that a person wrote, as the API server's own parser would: the same key twice, tabs and tags are
 * refused. Throws a bad-request Problem with the line; nothing in the text is ever run.
 */
export function parseManifest(text: string): ParsedManifest {
  const clean = text.replace(/^\u{FEFF}/u, '').replaceAll('\r\n', '\n');
  refuseHostile(clean);
  const counter = new LineCounter();
  const documents = parseAllDocuments(clean, {
    version: '1.1',
    merge: true,
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
    // Kubernetes knows neither times nor numbers to the base of sixty: `12:30` is text.
    customTags: (tags) =>
      tags.filter(
        (tag) =>
          typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && !('format' in tag && tag.format === 'TIME')),
      ),
  }) as readonly Document[];
  const lineAt = (offset: number) => counter.linePos(offset).line;
  for (const document of documents) {
    const [error] = [...document.errors, ...document.warnings.filter((one) => one.code === 'TAG_RESOLVE_FAILED')];
    if (error !== undefined) throw invalid(error, clean, lineAt);
  }
  const objects: ParsedObject[] = [];
  const others: number[] = [];
  for (const document of documents) {
    const root = document.contents;
    if (root === null || (isScalar(root) && root.value === null)) continue;
    const nodes = listed(root);
    for (const node of nodes) {
      const object = asObject(node, document, lineAt);
      if (object === undefined) others.push(lineAt(startOf(node)));
      else objects.push({ object, lineOf: (path) => lineAt(startOfPath(node, path)) });
    }
  }
  if (objects.length === 0) throw nothingHere(others[0]);
  return { objects, others };
}

/** The items of a List, else the node itself. */
function listed(root: Node): readonly Node[] {
  const items = isMap(root) ? root.get('items', true) : undefined;
  const kind = isMap(root) ? root.get('kind') : undefined;
  return isSeq(items) && (kind === undefined || (typeof kind === 'string' && kind.endsWith('List')))
    ? items.items.filter(isNode)
    : [root];
}

function asObject(node: Node, document: Document, lineAt: (offset: number) => number): ManifestObject | undefined {
  if (!isMap(node)) return undefined;
  let value: unknown;
  try {
    value = node.toJS(document, { maxAliasCount: 100 });
  } catch (error) {
    throw badAlias(node, error, lineAt);
  }
  const { kind, metadata } = value as { kind?: unknown; metadata?: { name?: unknown; generateName?: unknown } | null };
  const name = metadata?.name ?? metadata?.generateName;
  return typeof kind === 'string' && kind !== '' && typeof name === 'string' ? (value as ManifestObject) : undefined;
}

/** The only thing that fails when values are made of nodes. */
function badAlias(node: Node, error: unknown, lineAt: (offset: number) => number): Problem {
  const unresolved = /unresolved alias[^:]*: (\S+)/iu.exec(String(error))?.[1];
  let line = lineAt(startOf(node));
  visit(node, {
    Alias(_, alias) {
      if (unresolved !== undefined && alias.source !== unresolved) return undefined;
      line = lineAt(startOf(alias));
      return visit.BREAK;
    },
  });
  return unresolved === undefined
    ? badRequest(
        `Line ${line}: the aliases (*name) from here on grow too large when they are written out.`,
        'Write the values out.',
      )
    : badRequest(
        `Line ${line}: there is no anchor &${unresolved} before the alias *${unresolved}.`,
        'Is it a text in front of which a quote is missing?',
      );
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Follows the path as far as it is there. Of a field the key counts, of an element of a list the element. */
function startOfPath(root: Node, path: string): number {
  let at = startOf(root);
  let node: unknown = root;
  for (const key of path.split(/[.[\]]+/u).filter((one) => one !== '')) {
    if (isAlias(node)) return at;
    if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) return at;
      at = startOf(node);
    } else if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === key);
      if (pair === undefined) return at;
      if (isNode(pair.key)) at = startOf(pair.key);
      node = pair.value;
    } else return at;
  }
  return at;
}

function invalid({ code, message, pos }: YAMLError, text: string, lineAt: (offset: number) => number): Problem {
  const line = lineAt(pos[0]);
  const typed = text.slice(pos[0]).split(/[\s:]/u, 1)[0] ?? '';
  const says: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: `the key "${typed.slice(0, 60)}" stands twice in the same object, so one of them would be lost`,
    TAB_AS_INDENT: 'a tab: YAML is indented with spaces',
    TAG_RESOLVE_FAILED: `the tag ${typed.slice(0, 40)} is unknown: Kubernetes takes plain values`,
    BAD_INDENT: 'the indentation does not fit the lines above',
    BAD_ALIAS: 'an alias (*name) without an anchor (&name) before it',
    MULTILINE_IMPLICIT_KEY: 'a key or value runs over the end of the line: is a colon or a quote missing?',
    BLOCK_AS_IMPLICIT_KEY: 'two values on one line: is a quote missing around a text with ": "?',
    MISSING_CHAR: 'something is not closed: a quote, a bracket or a brace',
  };
  return badRequest(
    `The YAML is not valid, line ${line}: ${says[code] ?? message.split('\n')[0]?.slice(0, 120) ?? 'it cannot be read'}.`,
    'Mend that line and paste it again.',
  );
}

function nothingHere(line: number | undefined): Problem {
  return badRequest(
    line === undefined
      ? 'There is no Kubernetes object in this.'
      : `There is no Kubernetes object in this: what begins on line ${line} has no kind and metadata.name.`,
    'Paste a whole object: apiVersion, kind, metadata, spec.',
  );
}
