import { load, loadAll } from 'js-yaml';
import { Problem } from '../../core/problem/problem.ts';
import { array, raw, string, type Raw } from '../project/raw.ts';

/** One file of a dump, already unpacked. */
export interface DumpText {
  readonly name: string;
  readonly text: string;
}

const HOW =
  'Make a dump with: kubectl get ns,no,svc,endpointslices,po,deploy,rs,sts,ds,ev,hpa,ing,netpol -A -o json > cluster.json';

/**
 * The objects in what `kubectl get … -o yaml|json` prints: a List, single objects, several YAML documents, lines of
 * JSON. Throws a bad-request Problem that names the file, the line and the next step.
 */
export function parseDump({ name, text }: DumpText): readonly Raw[] {
  const clean = text.replace(/^\u{FEFF}/u, '').trim();
  if (clean === '') throw new Problem('bad-request', `${name} is empty.`, [HOW]);
  const documents = clean.startsWith('{') || clean.startsWith('[') ? parseJson(name, clean) : parseYaml(name, clean);
  const objects = documents.flatMap(unwrap);
  if (objects.length === 0) {
    throw new Problem('bad-request', `${name} holds no Kubernetes objects: nothing in it has a kind and a name.`, [HOW]);
  }
  return objects;
}

function parseJson(name: string, text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    // `kubectl get -w -o json` and log collectors write one object after the other; a flow-style YAML file looks alike.
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > 1 && lines.every((line) => line.startsWith('{'))) {
      try {
        return lines.map((line): unknown => JSON.parse(line));
      } catch {
        // Falls through to the sentence about the whole file.
      }
    }
    const cut = /unterminated|unexpected end/iu.test(String(error)) || !/[}\]]\s*$/u.test(text);
    throw new Problem(
      'bad-request',
      cut
        ? `${name} is cut off: the JSON ends in the middle (line ${lineCount(text)}).`
        : `${name} is not valid JSON${whereInJson(error, text)}.`,
      [cut ? 'Was the disk full, or the copy broken off? Make the dump again.' : HOW],
      error,
    );
  }
}

function parseYaml(name: string, text: string): readonly unknown[] {
  try {
    return /^---|\n---/u.test(text) ? loadAll(text) : [load(text)];
  } catch (error) {
    const mark = raw(raw(error)['mark']);
    const line = typeof mark['line'] === 'number' ? mark['line'] + 1 : undefined;
    const lines = lineCount(text);
    const reason = string(raw(error)['reason']) || 'it cannot be parsed';
    if (line !== undefined && line >= lines - 1 && lines > 5) {
      throw new Problem(
        'bad-request',
        `${name} is cut off: the YAML ends in the middle (line ${lines}).`,
        ['Make the dump again.'],
        error,
      );
    }
    throw new Problem(
      'bad-request',
      `${name} is not valid YAML${line === undefined ? '' : `, line ${line}`}: ${reason.slice(0, 120)}.`,
      [HOW],
      error,
    );
  }
}

/** Lists may hold lists (`kubectl get` of several kinds, a dump of dumps). */
function unwrap(document: unknown): readonly Raw[] {
  const object = raw(document);
  if (Array.isArray(object['items']) && (string(object['kind']).endsWith('List') || object['kind'] === undefined)) {
    return array(object['items']).flatMap((item) =>
      unwrap(withKindOfList(item, string(object['kind']), string(object['apiVersion']))),
    );
  }
  return string(object['kind']) !== '' && string(raw(object['metadata'])['name']) !== '' ? [object] : [];
}

/** Items of a typed list as the API serves it (`ServiceList`) carry no kind of their own. */
function withKindOfList(item: unknown, listKind: string, apiVersion: string): unknown {
  const object = raw(item);
  if (object['kind'] !== undefined || listKind === 'List' || listKind === '') return item;
  return { ...object, kind: listKind.slice(0, -'List'.length), apiVersion };
}

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function whereInJson(error: unknown, text: string): string {
  const position = /position (\d+)/u.exec(String(error))?.[1];
  return position === undefined ? '' : `, line ${lineCount(text.slice(0, Number(position)))}`;
}
