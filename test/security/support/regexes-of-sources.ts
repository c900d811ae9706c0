import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';

export interface WrittenRegex {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in the sources as a literal, once. */
export function regexesOfSources(root: URL): readonly WrittenRegex[] {
  const found = new Map<string, WrittenRegex>();
  for (const file of globSync('src/**/*.ts', { cwd: root })) {
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, regex } = node as { type?: unknown; regex?: { pattern: string; flags: string } };
      if (type === 'Literal' && regex !== undefined) {
        found.set(`${regex.pattern}/${regex.flags}`, { file, source: regex.pattern, flags: regex.flags });
      }
      for (const inside of Object.values(node)) walk(inside);
    };
    walk(parseAst(readFileSync(new URL(file, root), 'utf8'), { lang: 'ts', sourceType: 'module' }));
  }
  return [...found.values()];
}

/** Characters of which some part of the pattern may be made: those in it, and one of each class that it names. */
function alphabetOf({ source }: WrittenRegex): readonly string[] {
  const written = source.replaceAll(/\\[pP]\{[^}]*\}|\\./gu, (one) => (/^\\[^a-zA-Z0-9]/u.test(one) ? one.slice(1) : ''));
  const characters = written.split('').filter((one) => !'()[]{}|^$*+?'.includes(one));
  const classes = [
    [/\\s/u, ' '],
    [/\\S|\\D|\\W|\[\^/u, '!'],
    [/\\d|0-9|\\w/u, '7'],
    [/a-z|\\w|\\p/u, 'a'],
    [/A-Z|\\w|\\p/u, 'A'],
    [/\\n|\\s/u, '\n'],
  ] as const;
  const named = classes.filter(([sign]) => sign.test(source)).map(([, one]) => one);
  return [...new Set([...named, ...characters])].slice(0, 7);
}

/** Long texts that almost match: runs of the pattern's own characters, after a beginning of them, before one that is none. */
export function attacksOn(regex: WrittenRegex, length: number): readonly string[] {
  const alphabet = alphabetOf(regex);
  const pairs = alphabet.flatMap((first) => alphabet.filter((second) => second !== first).map((second) => first + second));
  // What is square shows without a beginning of two; what is exponential may need one.
  const beginnings = length > 100 ? ['', ...alphabet] : ['', ...alphabet, ...pairs];
  const singles = alphabet.flatMap((unit) => beginnings.map((begin) => begin + unit.repeat(length)));
  const doubles = pairs.map((unit) => unit.repeat(Math.ceil(length / 2)));
  return [...singles, ...doubles].map((text) => `${text}\u0001`);
}
