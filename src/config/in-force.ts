import type { CheckedConfig } from './config.ts';
import { formatKey, type KeyPath } from './fault.ts';
import { secretNames } from './secrets.ts';

/** One setting as it counts now. Never the value of a secret. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  /** `default`, `line 12` of the file, or the variable. */
  readonly from: string;
}

/** Every key with what it is and where that comes from; the tokens of Slack as set or not set. */
export function settingsOf({ config, secrets, originOf }: CheckedConfig): readonly Setting[] {
  const values = config === undefined ? [] : leaves(config.sections, []);
  return [
    ...values.map(({ path, value }) => ({ key: formatKey(path), value: shown(value), from: originOf(path) ?? 'default' })),
    ...secretNames.map((name) => ({
      key: name,
      value: secrets[name] === undefined ? 'not set' : 'set, not shown',
      from: 'environment',
    })),
  ];
}

interface Leaf {
  readonly path: KeyPath;
  readonly value: unknown;
}

/** Lists of words stand in one row; maps and lists of maps in a row for each key. */
function leaves(value: unknown, path: KeyPath): readonly Leaf[] {
  if (Array.isArray(value) && value.some((one) => typeof one === 'object'))
    return value.flatMap((one: unknown, index) => leaves(one, [...path, index]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value === undefined ? [] : [{ path, value }];
  const entries = Object.entries(value);
  return entries.length === 0 ? [{ path, value: {} }] : entries.flatMap(([key, one]) => leaves(one, [...path, key]));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : masked(value.join(', '));
  return typeof value === 'object' ? 'none' : masked(JSON.stringify(value).replaceAll(/^"|"$/gu, ''));
}

/** An address with a user or a password in it, and anything that looks like a token. */
export function masked(words: string): string {
  return words.replaceAll(/(:\/\/)[^/@\s]+@/gu, '$1***@').replaceAll(/\b(?:xox[a-z]|xapp)-[\w-]+/gu, '***');
}
