import { z } from 'zod';
import { actionIds } from '../../render/slack/buttons.ts';
import { fromButtonValue, stateInButton } from '../../render/slack/button-value.ts';
import { threadStateSchema, type ThreadState } from './thread-state.ts';

const carriedSchema = threadStateSchema.omit({ options: true });

/**
 * The state as a button of the answer carries it, so that any process can go on from the thread alone. What the options
 * run stands in their own buttons.
 */
export function toCarried(state: ThreadState): Record<string, unknown> {
  const { options: _, ...carried } = state;
  return carried;
}

const actionsSchema = z.object({
  type: z.literal('actions'),
  elements: z.array(z.object({ action_id: z.string(), value: z.string(), text: z.object({ text: z.string() }) })),
});

/** What the buttons of a message of ours tell of the conversation; undefined when they carry nothing that can be read. */
export function fromCarried(blocks: readonly unknown[]): ThreadState | undefined {
  const buttons = blocks.flatMap((block) => actionsSchema.safeParse(block).data?.elements ?? []);
  const options = buttons.flatMap((button) => {
    const request = fromButtonValue(button.value);
    if (request === undefined || !button.action_id.startsWith(`${actionIds.choose}.`)) return [];
    return [{ label: button.text.text, value: button.text.text, request }];
  });
  const carried = buttons.flatMap((button) => carriedSchema.safeParse(stateInButton(button.value)).data ?? [])[0];
  if (carried !== undefined) return { ...carried, options };
  return options.length === 0 ? undefined : { v: 1, options };
}
