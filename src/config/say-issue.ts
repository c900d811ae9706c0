import type { z } from 'zod';
import { nearest } from '../core/ask/nearest.ts';
import { knownKeys } from './known-keys.ts';
import type { KeyPath } from './fault.ts';

/** What a fault says of a key: the end of the sentence. */
export interface Said {
  readonly path: KeyPath;
  /** It is no such thing at all, a text where a number belongs. */
  readonly isType?: true;
  readonly say: string;
}

/** Tokens never stand in the file. */
const secretKeys = /token|secret|password/iu;

/** A fault of zod in plain words, one for each key that is not known. */
export function sayIssue(issue: z.core.$ZodIssue): readonly Said[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({ path: [...path, unknown], say: unknownKey(unknown, path) }));
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { path, say: `is missing: it must be ${kind(issue.expected)}` }
          : { path, say: `must be ${kind(issue.expected)}`, isType: true },
      ];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof issue.input === 'string' ? nearest(issue.input, values, 1) : [];
      return [{ path, say: `must be one of: ${values.join(', ')}${near.length === 0 ? '' : `; did you mean ${near[0]}?`}` }];
    }
    case 'too_small':
      return [
        {
          path,
          say:
            issue.origin === 'number' || issue.origin === 'int'
              ? `must be at least ${issue.minimum}`
              : own(issue, 'is too short'),
        },
      ];
    case 'too_big':
      return [
        {
          path,
          say:
            issue.origin === 'number' || issue.origin === 'int'
              ? `must be at most ${issue.maximum}`
              : own(issue, 'is too long'),
        },
      ];
    case 'invalid_key':
      return [{ path, say: issue.issues[0]?.message ?? 'is no key here' }];
    default:
      return [{ path, say: issue.message }];
  }
}

function unknownKey(key: string, path: KeyPath): string {
  if (secretKeys.test(key)) return 'does not belong here: tokens and passwords come from the environment only';
  const known = knownKeys(path);
  const near = nearest(key, known, 1);
  return near.length > 0 ? `is no key here: did you mean ${near[0]}?` : `is no key here: there are ${known.join(', ')}`;
}

function kind(expected: string): string {
  switch (expected) {
    case 'object':
    case 'record':
      return 'a map of keys';
    case 'array':
      return 'a list';
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    case 'int':
      return 'a whole number';
    default:
      return `a ${expected}`;
  }
}

function own({ message }: { readonly message: string }, otherwise: string): string {
  return message.startsWith('Too ') ? otherwise : message;
}
