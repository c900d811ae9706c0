import { z } from 'zod';

const time = z.coerce.number().positive();
const bodySchema = z.object({
  event: z.object({ ts: time.optional(), event_ts: time.optional() }).optional(),
  actions: z.array(z.object({ action_ts: time.optional() })).optional(),
  action_ts: time.optional(),
});

/** When a person did what Slack delivers, in epoch seconds of Slack's clock; undefined for commands and forms, which do not tell. */
export function saidAt(body: unknown): number | undefined {
  const { event, actions, action_ts: at } = bodySchema.safeParse(body).data ?? {};
  return event?.ts ?? event?.event_ts ?? actions?.[0]?.action_ts ?? at;
}
