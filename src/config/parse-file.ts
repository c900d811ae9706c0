import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Fault, KeyPath } from './fault.ts';

export interface ParsedFile {
  /** What stands in it; sections that are named and left empty are left out. */
  readonly values: unknown;
  readonly faults: readonly Fault[];
  /** The line of a key, or of the nearest thing around it that is there. */
  readonly lineOf: (path: KeyPath) => number | undefined;
}

/** Reads the YAML of a configuration. Faults of the YAML itself are told with their lines. Throws nothing. */
export function parseFile(text: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined) => (offset === undefined ? undefined : Math.max(1, lines.linePos(offset).line));
  const faults = document.errors.map(({ pos, code, message }): Fault => {
    const line = lineAt(pos[0]);
    // Of the parser's messages some quote the text of the file.
    const say =
      code === 'DUPLICATE_KEY'
        ? 'a key stands here twice'
        : `this is no YAML: ${message.split('\n')[0]?.replaceAll(/: .*$/gu, '') ?? code}`;
    return { key: '', say, ...(line !== undefined && { line }) };
  });
  const lineOf = (path: KeyPath) => lineAt(nearestNode(document, path)?.range?.[0]);
  const none = (more: readonly Fault[]): ParsedFile => ({ values: {}, faults: more, lineOf });
  if (faults.length > 0) return none(faults);
  try {
    return { values: withoutEmpty(document.toJS({ maxAliasCount: 100 })) ?? {}, faults, lineOf };
  } catch {
    return none([{ key: '', say: 'an alias (*name) stands here for something that was not named before, or for too much' }]);
  }
}

function nearestNode(document: Document, path: KeyPath): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const within = path.slice(0, length);
    const parent = document.getIn(within.slice(0, -1), true);
    // The line of `alerts: yes` is that of the key; of an entry of a list, its own.
    const found = keyNode(parent, String(within.at(-1))) ?? document.getIn(within, true);
    if (found !== undefined && found !== null) return found as Node;
  }
  return document.contents ?? undefined;
}

function keyNode(node: unknown, name: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
  return pair !== undefined && isScalar(pair.key) ? pair.key : undefined;
}

/** `channels:` with nothing but comments beneath it is an example that nobody has filled. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutEmpty(one));
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const kept: unknown = withoutEmpty(one);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}
