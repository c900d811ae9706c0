import { z } from 'zod';

const text = (least: number, most: number) => z.string().min(least).max(most);
const bool = z.boolean();

/** What each scope is for; a scope that is not here has no reason to be asked for. */
const scopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
] as const;

/** Each event with the scope without which Slack does not send it. Source: docs.slack.dev/reference/events */
const eventScopes: Readonly<Record<string, (typeof scopes)[number] | undefined>> = {
  agent_session_stopped: 'assistant:write',
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.im': 'im:history',
};

/** Slack's rules for an app manifest, as far as this app uses it. Source: docs.slack.dev/reference/app-manifest */
export const manifestRules = z
  .strictObject({
    _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.literal(1) }),
    display_information: z.strictObject({
      name: text(1, 35),
      description: text(1, 140),
      long_description: text(175, 4_000),
      background_color: z.string().regex(/^#[0-9A-Fa-f]{6}$/u),
    }),
    features: z.strictObject({
      app_home: z.strictObject({ home_tab_enabled: bool, messages_tab_enabled: bool, messages_tab_read_only_enabled: bool }),
      bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/u), always_online: bool }),
      agent_view: z
        .strictObject({
          agent_description: text(1, 300),
          suggested_prompts: z.array(z.strictObject({ title: text(1, 75), message: text(1, 300) })).max(4),
        })
        .optional(),
      slash_commands: z
        .array(
          z.strictObject({
            command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/u),
            description: text(1, 2_000),
            usage_hint: text(1, 1_000),
            should_escape: z.literal(false),
          }),
        )
        .min(1)
        .max(50),
      shortcuts: z
        .array(
          z.strictObject({
            name: text(1, 24),
            type: z.enum(['message', 'global']),
            callback_id: text(1, 255),
            description: text(1, 150),
          }),
        )
        .max(10),
    }),
    oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.enum(scopes)) }) }),
    settings: z.strictObject({
      event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
      interactivity: z.strictObject({ is_enabled: z.literal(true) }),
      org_deploy_enabled: bool,
      socket_mode_enabled: z.literal(true),
      token_rotation_enabled: bool,
    }),
  })
  .superRefine((manifest, context) => {
    const granted = manifest.oauth_config.scopes.bot;
    if (new Set(granted).size < granted.length) context.addIssue({ code: 'custom', message: 'a scope stands twice' });
    if ((manifest.features.agent_view !== undefined) !== granted.includes('assistant:write'))
      context.addIssue({ code: 'custom', message: 'agent_view and assistant:write go together' });
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      const scope = eventScopes[event];
      if (!(event in eventScopes)) context.addIssue({ code: 'custom', message: `nothing listens to ${event}` });
      if (scope !== undefined && !granted.includes(scope))
        context.addIssue({ code: 'custom', message: `${event} needs ${scope}` });
    }
  });
