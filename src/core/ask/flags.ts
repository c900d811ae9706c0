import { badRequest } from '../problem/problem.ts';
import { nearest } from './nearest.ts';

export interface FlagSpec {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** What the value is called in help; a flag without one is a switch. */
  readonly value?: string;
  readonly summary: string;
  /** May be given several times. */
  readonly many?: true;
  /** Written by buttons only, and not shown in help. */
  readonly hidden?: true;
}

export interface ParsedFlags {
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Words that are no flags, in order. */
  readonly words: readonly string[];
  /** Index (into the words handed in) of the first word after a bare `--`, or undefined. */
  readonly restFrom: number | undefined;
}

/**
 * Takes `-n shop`, `-n=shop`, `--namespace shop` and `--namespace=shop` out of the words.
 * Throws a bad-request Problem for an unknown flag ("did you mean") and for a missing or surplus value.
 */
export function parseFlags(input: readonly string[], specs: readonly FlagSpec[]): ParsedFlags {
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (let index = 0; index < input.length; index += 1) {
    const word = input[index] ?? '';
    if (word === '--') return { values, words, restFrom: index + 1 };
    if (!isFlag(word)) {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const typed = equals === -1 ? word : word.slice(0, equals);
    const spec = specs.find((one) => typed === `--${one.name}` || typed === `-${one.short}`);
    if (spec === undefined) throw unknownFlag(typed, specs);
    let value = equals === -1 ? undefined : word.slice(equals + 1);
    if (spec.value === undefined) {
      if (value !== undefined && !/^(true|false)$/u.test(value)) throw badRequest(`${typed} takes no value.`);
      values.set(spec.name, [value ?? 'true']);
      continue;
    }
    if (value === undefined) {
      index += 1;
      value = input[index];
    }
    if (value === undefined || value === '' || (isFlag(value) && equals === -1)) {
      throw badRequest(`${typed} needs a value: ${typed} ${spec.value}`);
    }
    const before = values.get(spec.name);
    if (before !== undefined && spec.many !== true && before[0] !== value) {
      throw badRequest(`${typed} was given twice: ${before[0]} and ${value}. Which one is meant?`);
    }
    values.set(spec.name, spec.many === true ? [...(before ?? []), value] : [value]);
  }
  return { values, words, restFrom: undefined };
}

/** True for a switch that was given, and not as `--why=false`. */
export function isOn(flags: ParsedFlags['values'], name: string): boolean {
  return flags.get(name)?.[0] === 'true';
}

/** A lone `-` is standard input, and `-5` is a number: neither is a flag. */
export function isFlag(word: string): boolean {
  return /^--?[A-Za-z?]/u.test(word);
}

function unknownFlag(typed: string, specs: readonly FlagSpec[]): Error {
  const near = nearest(
    typed.replace(/^-+/u, ''),
    specs.map((spec) => spec.name),
    1,
  )[0];
  return badRequest(
    `There is no flag ${typed} here.`,
    ...(near === undefined ? [] : [`Did you mean --${near}?`]),
    `Flags here: ${specs
      .filter((spec) => spec.hidden !== true)
      .map((spec) => (spec.short === undefined ? `--${spec.name}` : `-${spec.short}`))
      .join(', ')}`,
  );
}
