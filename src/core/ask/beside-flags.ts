import { badRequest } from '../problem/problem.ts';
import { isOn, type ParsedFlags } from './flags.ts';
import type { Beside } from './request.ts';

/** `--with-network-policy`, `--allow-from app=cart` and `--sticky`. Throws a bad-request Problem for what is no label. */
export function besideFromFlags(values: ParsedFlags['values']): Beside {
  const admits = admittedBy(values);
  return { ...(admits === undefined ? {} : { admits }), ...(isOn(values, 'sticky') ? { sticky: true } : {}) };
}

/** The words that `besideFromFlags` reads back. */
export function besideToWords({ admits, sticky }: Beside): readonly string[] {
  return [...(admits === undefined ? [] : policyToWords(admits)), ...(sticky === true ? ['--sticky'] : [])];
}

function admittedBy(values: ParsedFlags['values']): Beside['admits'] {
  const given = values.get('allow-from') ?? [];
  if (given.length === 0) return isOn(values, 'with-network-policy') ? {} : undefined;
  const pairs = given.map((word) => {
    const [, key, value] = /^([^=]+)=([^=]*)$/u.exec(word) ?? [];
    if (key === undefined || value === undefined)
      throw badRequest(`--allow-from ${word} is no label.`, 'For example: --allow-from app=cart');
    return [key, value] as const;
  });
  return Object.fromEntries(pairs);
}

function policyToWords(admits: NonNullable<Beside['admits']>): readonly string[] {
  const pairs = Object.entries(admits);
  return pairs.length === 0 ? ['--with-network-policy'] : pairs.flatMap(([key, value]) => ['--allow-from', `${key}=${value}`]);
}
