import { z } from 'zod';
import { limits } from './limits.ts';

const valueSchema = z.strictObject({
  v: z.literal(1),
  r: z.string().min(1).max(limits.buttonValue),
  /** What the conversation was about, for whoever goes on with it after a restart. */
  t: z.record(z.string(), z.unknown()).optional(),
});

/**
 * What a button carries: the request in the words of the grammar, and the version of this format. It comes back inside
 * Slack's signed request, so nobody can alter it. Undefined when the words are too long for a button.
 */
export function toButtonValue(request: string, state?: Readonly<Record<string, unknown>>): string | undefined {
  const value = JSON.stringify({ v: 1, r: request, ...(state === undefined ? {} : { t: state }) });
  return request === '' || value.length > limits.buttonValue ? undefined : value;
}

/** The words a button carries, or undefined for a value of another version or no value of ours. */
export function fromButtonValue(value: string | undefined): string | undefined {
  return parsed(value)?.r;
}

/** The state that one button of a message carries beside its request; it is for the caller to check. */
export function stateInButton(value: string | undefined): unknown {
  return parsed(value)?.t;
}

function parsed(value: string | undefined): z.infer<typeof valueSchema> | undefined {
  try {
    return valueSchema.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
