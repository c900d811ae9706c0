import { badRequest } from '../problem/problem.ts';
import { isOn, type ParsedFlags } from './flags.ts';
import type { Beside } from './request.ts';

/** `--with-network-policy` and `--allow-from app=cart`. Throws a bad-request Problem for what is no label. */
export function besideFromFlags(values: ParsedFlags['values']): Beside {
  const given = values.get('allow-from') ?? [];
  if (given.length === 0) return isOn(values, 'with-network-policy') ? { admits: {} } : {};
  const pairs = given.map((word) => {
    const [, key, value] = /^([^=]+)=([^=]*)$/u.exec(word) ?? [];
    if (key === undefined || value === undefined)
      throw badRequest(`--allow-from ${word} is no label.`, 'For example: --allow-from app=cart');
    return [key, value] as const;
  });
  return { admits: Object.fromEntries(pairs) };
}

/** The words that `besideFromFlags` reads back. */
export function besideToWords({ admits }: Beside): readonly string[] {
  if (admits === undefined) return [];
  const pairs = Object.entries(admits);
  return pairs.length === 0 ? ['--with-network-policy'] : pairs.flatMap(([key, value]) => ['--allow-from', `${key}=${value}`]);
}
