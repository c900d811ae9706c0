import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/core/manifest/review/parse-manifest.ts';
import { Problem } from '../../../src/core/problem/problem.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
  - port: 80
`;

const letters = 'abcdefgh'.split('');
const bomb = `${letters
  .map((letter, index) =>
    index === 0
      ? `a: &a [${'x,'.repeat(8)}x]`
      : `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${letters[index - 1]}`).join(', ')}]`,
  )
  .join('\n')}\nkind: Service\nmetadata: {name: x}\n`;

/** Each row: what it is, the text, what a person reads. */
const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['a bomb of aliases', bomb, /^Line 2: the aliases/u],
  ['more aliases than anybody writes', `${service}  x: [${'*a, '.repeat(300)}]`, /Line 8: there are more than 200 aliases/u],
  ['10 MB', `${'#'.repeat(99)}\n`.repeat(105_000), /too long to review: 10\.5 MB/u],
  ['a tab for indentation', `${service}\tselector: {}\n`, /line 8: a tab/u],
  ['a key that stands twice', `${service}  ports: []\n`, /line 8: the key "ports" stands twice/u],
  ['code of JavaScript', `${service}  a: !!js/function 'function () {}'\n`, /^Line 8 has a tag .* nothing was run/u],
  ['code of Python', `${service}  a: !!python/object/apply:os.system [ls]\n`, /^Line 8 has a tag/u],
  ['a tag of its own', `${service}  a: !secret x\n`, /line 8: the tag !secret is unknown/u],
  ['brackets without end', `a: ${'['.repeat(100_000)}`, /^Line 1 is nested deeper than 60 levels/u],
  ['dashes without end', '- '.repeat(30_000), /^Line 1 is nested deeper/u],
  ['indentation without end', Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), /nested deeper/u],
  ['no Kubernetes object', 'hello: world\n', /begins on line 1 has no kind and metadata\.name/u],
  ['words', 'please look at my service', /no Kubernetes object/u],
  ['nothing but separators', '---\n---\n', /no Kubernetes object/u],
  ['an indentation that does not fit', 'a:\n  b: 1\n c: 2\n', /line 3: the indentation/u],
  ['a quote without end', `${service}  type: "NodePort\n`, /line 8|line 9/u],
  ['two values on a line', 'a: b: c\n', /line 1: two values on one line/u],
  ['a Helm template', `${service}  type: {{ .Values.type }}\n`, /^Line 8 holds a template/u],
  ['an alias of nothing', `${service}  selector: *labels\n`, /Line 8: there is no anchor &labels/u],
];

/** What is said instead of objects; undefined when it is read. Anything but a Problem is thrown on. */
function problemOf(text: string): Problem | undefined {
  try {
    parseManifest(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
}

describe('YAML that a person pastes', () => {
  it.each(hostile)('with %s gets a sentence with the line, within a second', (_, text, says) => {
    const start = performance.now();
    const problem = problemOf(text);
    expect(problem?.say).toMatch(says);
    expect(problem?.code).toBe('bad-request');
    expect(problem?.next.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is read with the line of every field, of what is missing the line of its place', () => {
    const text = `# web\n${service}  type: NodePort\n---\n${service.replace('web', 'api')}`;
    const { objects } = parseManifest(text);
    expect(objects.map(({ object }) => object.metadata.name)).toEqual(['web', 'api']);
    const [web, api] = objects;
    expect(web?.lineOf('spec.ports[0].port')).toBe(8);
    expect(web?.lineOf('spec.type')).toBe(9);
    expect(web?.lineOf('spec.selector.app')).toBe(6);
    expect(api?.lineOf('metadata.name')).toBe(14);
    expect(api?.lineOf('spec.ports[7].port')).toBe(16);
  });

  it('is read as the API server reads it: yes is true, a time is text, merge keys are merged', () => {
    const { objects } = parseManifest(
      `x: &labels {app: web}\n${service}  selector: {<<: *labels, at: 12:30, day: 2026-01-01}\n  publishNotReadyAddresses: yes\n`,
    );
    expect(objects[0]?.object.spec).toMatchObject({
      selector: { app: 'web', at: '12:30', day: '2026-01-01' },
      publishNotReadyAddresses: true,
    });
  });

  it('may be JSON, a List, have Windows line ends and documents that are nothing', () => {
    const list = JSON.stringify({ kind: 'List', items: [{ kind: 'Service', metadata: { name: 'a' } }] }, null, 1);
    expect(parseManifest(list).objects[0]?.object.metadata.name).toBe('a');
    const { objects, others } = parseManifest(`${service.replaceAll('\n', '\r\n')}---\r\nhello: world\r\n`);
    expect(objects).toHaveLength(1);
    expect(others).toEqual([9]);
  });

  it('never ends in anything but objects or a sentence', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '[',
      '}',
      '&x',
      '*x',
      '!!t',
      '#',
      '|',
      '>',
      '\t',
      '%',
      '?',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const said = problemOf(`${service}${parts.join('')}`)?.say ?? 'The YAML is not valid, line 0';
        expect(said).toMatch(/^(?:The YAML is not valid, line \d+|Line \d+)/u);
      }),
    );
  });
});
