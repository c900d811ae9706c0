import { z } from 'zod';
import type { FormState } from './form-state.ts';
import type { FormField, FormFields } from '../../render/slack/views/manifest-form-view.ts';

const state = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const stateValues = z.record(z.string(), z.record(z.string(), state));

/** What stands in the form, and the block of each input, where a fault is said. */
export interface ReadFields {
  readonly fields: FormFields;
  readonly blockOf: Partial<Record<FormField, string>>;
}

/** Reads `view.state.values`. An input that the view does not have, as its type has no use for it, is as it was filled. */
export function readFields(values: unknown, { base, filled }: Pick<FormState, 'base' | 'filled'>): ReadFields {
  const fields: Record<FormField, string> = { ...filled, type: '', audience: '', host: base.known.externalHost ?? '' };
  const blockOf: Partial<Record<FormField, string>> = {};
  for (const [blockId, inputs] of Object.entries(stateValues.safeParse(values).data ?? {})) {
    for (const [actionId, { value, selected_option: chosen }] of Object.entries(inputs)) {
      const field = actionId.replace(/^form\./u, '');
      if (!isField(field, fields)) continue;
      fields[field] = (chosen?.value ?? value ?? '').trim();
      blockOf[field] = blockId;
    }
  }
  return { fields, blockOf };
}

function isField(word: string, fields: FormFields): word is FormField {
  return Object.hasOwn(fields, word);
}
