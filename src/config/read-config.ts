import { given, variables, type Environment, type Variable } from './environment.ts';
import { formatKey, type Fault, type KeyPath } from './fault.ts';
import { fileSchema, type FileConfig } from './file-schema.ts';
import { parseFile, type ParsedFile } from './parse-file.ts';
import { sayIssue } from './say-issue.ts';

export interface ReadConfig {
  /** undefined: there are faults. */
  readonly values: FileConfig | undefined;
  readonly faults: readonly Fault[];
  /** Where the value of a key comes from, when it is not the default. */
  readonly originOf: (path: KeyPath) => string | undefined;
}

/** The file and the environment as one: the environment wins. Lists every fault, and throws nothing. */
export function readConfig(text: string | undefined, env: Environment): ReadConfig {
  const file = parseFile(text ?? '');
  const set = variables.filter(({ name }) => given(env, name) !== undefined);
  const values = set.reduce((all, one) => withValue(all, one.key, one.read(given(env, one.name) ?? '')), file.values);
  const parsed = fileSchema.safeParse(values, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap(sayIssue);
  const faults = issues.map(({ path, isType, say }): Fault => {
    const variable = variableOf(path, set);
    const line = variable === undefined ? file.lineOf(path) : undefined;
    return {
      key: formatKey(path),
      say,
      ...(variable === undefined
        ? {}
        : { variable: variable.name, ...(isType && { say: `must be as in: ${variable.example}` }) }),
      ...(line === undefined ? {} : { line }),
    };
  });
  const all = [...file.faults, ...distinct(faults)].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return {
    values: all.length === 0 && parsed.success ? parsed.data : undefined,
    faults: all,
    originOf: (path) => variableOf(path, set)?.name ?? originInFile(file, path),
  };
}

function variableOf(path: KeyPath, set: readonly Variable[]): Variable | undefined {
  return set.find(({ key }) => key.every((part, index) => path[index] === part));
}

function originInFile(file: ParsedFile, path: KeyPath): string | undefined {
  let at: unknown = file.values;
  for (const part of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined;
  return at === undefined ? undefined : `line ${file.lineOf(path)}`;
}

/** What stands there and is no map stays, for the schema to refuse. */
function withValue(values: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (values !== undefined && (typeof values !== 'object' || values === null || Array.isArray(values))) return values;
  const map = (values ?? {}) as Readonly<Record<string, unknown>>;
  return { ...map, [first]: withValue(map[first], rest, value) };
}

/** One entry of a list of a variable is as wrong as the next. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.variable ?? fault.key} ${fault.say}`, fault])).values()];
}
