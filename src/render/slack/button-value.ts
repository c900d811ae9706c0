import { z } from 'zod';
import { limits } from './limits.ts';

const valueSchema = z.strictObject({ v: z.literal(1), r: z.string().min(1).max(limits.buttonValue) });

/**
 * What a button carries: the request in the words of the grammar, and the version of this format. It comes back inside
 * Slack's signed request, so nobody can alter it. Undefined when the words are too long for a button.
 */
export function toButtonValue(request: string): string | undefined {
  const value = JSON.stringify({ v: 1, r: request });
  return request === '' || value.length > limits.buttonValue ? undefined : value;
}

/** The words a button carries, or undefined for a value of another version or no value of ours. */
export function fromButtonValue(value: string | undefined): string | undefined {
  try {
    const parsed = valueSchema.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? parsed.data.r : undefined;
  } catch {
    return undefined;
  }
}
