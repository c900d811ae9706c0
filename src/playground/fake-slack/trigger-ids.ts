/** Milliseconds for which Slack accepts a trigger_id. Source: docs.slack.dev/interactivity/handling-user-interaction */
export const TRIGGER_LIFE_MS = 3_000;

export type TriggerFault = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export interface TriggerIds {
  issue(user: string): string;
  /** The person at whose screen the view opens, or why the id is worth nothing. Every id works once. */
  exchange(id: string): { readonly user: string } | { readonly fault: TriggerFault };
}

export function createTriggerIds(now: () => number): TriggerIds {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const id = `${1_000_000 + issued.size}.${Math.floor(now())}.k8ssvc`;
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) return { fault: 'invalid_trigger_id' };
      if (trigger.used) return { fault: 'exchanged_trigger_id' };
      if (now() - trigger.at > TRIGGER_LIFE_MS) return { fault: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}
