import { command } from '../../src/slack/listeners/commands/k8s-svc.ts';
import { reviewMessageId } from '../../src/slack/listeners/shortcuts/review-message.ts';
import { triageMessageId } from '../../src/slack/listeners/shortcuts/triage-message.ts';

/** Scopes that no manifest here asks for: who wants what they give adds them. A note under the table in docs/slack.md. */
export const extraScopes: Readonly<Record<string, string>> = {
  'usergroups:read': 'access rules for user groups',
  'users:read': 'with the next one: asking the API server in the name of a person by the e-mail address',
  'users:read.email': 'see above',
  'channels:read': 'alert channels by name',
};

/** What the app may be allowed to do, as blocks to put together; the one source of every manifest and of the table in docs/slack.md. */
export interface Ability {
  readonly scopes: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** What goes missing without it. */
  readonly without: string;
}

export const abilities = {
  base: {
    scopes: {
      'app_mentions:read': 'questions by @k8s-svc',
      'chat:write': 'answers',
      commands: `${command} and the message shortcuts`,
    },
    events: ['app_home_opened', 'app_mention'],
    without: 'nothing works',
  },
  files: {
    scopes: { 'files:write': 'pictures, long YAML and tables as files of the thread' },
    events: [],
    without: 'what is too long for messages is left out, with a sentence that says so; no pictures',
  },
  threads: {
    scopes: { 'channels:history': 'follow-ups in a thread without a mention, and alerts, in public channels the bot is in' },
    events: ['message.channels'],
    without:
      'a follow-up needs a mention; no alerts; after a restart a thread starts anew; a post that Slack did not confirm comes as a direct message as well',
  },
  dm: {
    scopes: { 'im:history': 'direct messages' },
    events: ['message.im'],
    without: 'the Messages tab is read-only',
  },
  agent: {
    scopes: { 'assistant:write': 'the agent view in the top bar, with suggested prompts' },
    events: [],
    without: 'direct messages look like any others',
  },
} as const satisfies Record<string, Ability>;

type AbilityName = keyof typeof abilities;

export interface Profile {
  readonly file: string;
  readonly does: readonly AbilityName[];
  /** For whom it is. */
  readonly say: string;
}

export const profiles: Readonly<Record<string, Profile>> = {
  default: {
    file: 'manifest.yml',
    does: ['base', 'files', 'threads', 'dm'],
    say: 'everything but the agent view',
  },
  base: {
    file: 'deploy/slack/manifest.base.yml',
    does: ['base'],
    say: 'slash command, mentions, buttons and the message shortcut: it reads no message that is not to it',
  },
  threads: {
    file: 'deploy/slack/manifest.threads.yml',
    does: ['base', 'files', 'threads'],
    say: 'the same with files, alerts and follow-ups without a mention; people cannot write to it directly',
  },
  dm: {
    file: 'deploy/slack/manifest.dm.yml',
    does: ['base', 'files', 'dm'],
    say: 'slash command, mentions, direct messages and files; it reads no channel',
  },
  agent: {
    file: 'deploy/slack/manifest.agent.yml',
    does: ['base', 'files', 'threads', 'dm', 'agent'],
    say: 'the default with the agent view: needs a paid plan, makes every direct message a thread, and shuts out guests',
  },
};

export const scopesOf = ({ does }: Profile): ReadonlyMap<string, string> =>
  new Map(does.flatMap((name) => Object.entries(abilities[name].scopes)).sort(([a], [b]) => a.localeCompare(b)));

/** The manifest as Slack reads it. Source: docs.slack.dev/reference/app-manifest */
export function manifestOf(profile: Profile): Record<string, unknown> {
  const has = (name: AbilityName) => profile.does.includes(name);
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'k8s-svc',
      description: 'The Kubernetes Service expert of your team. Read-only.',
      long_description:
        'Ask how to expose a workload and get the Service type that fits, with the reason and a manifest made from the real ' +
        'labels and ports. Ask why a Service does not work and get one root cause with its evidence and the command that mends ' +
        'it. k8s-svc reads the cluster, changes nothing in it, uses no language model and keeps no messages.',
      background_color: '#326CE5',
    },
    features: {
      // The tab stays on without direct messages: what cannot be posted in a channel goes there.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: !has('dm') },
      bot_user: { display_name: 'k8s-svc', always_online: true },
      ...(has('agent') ? { agent_view: agentView } : {}),
      slash_commands: [
        {
          command,
          description: 'Ask about Kubernetes Services',
          usage_hint: 'triage SERVICE -n NAMESPACE | how do I expose web?',
          should_escape: false,
        },
      ],
      shortcuts: [
        {
          name: 'Triage this',
          type: 'message',
          callback_id: triageMessageId,
          description: 'Find out why the Service in this message does not work',
        },
        {
          name: 'Review YAML',
          type: 'message',
          callback_id: reviewMessageId,
          description: 'Check the YAML in this message',
        },
      ],
    },
    oauth_config: { scopes: { bot: [...scopesOf(profile).keys()] } },
    settings: {
      event_subscriptions: { bot_events: profile.does.flatMap((name) => abilities[name].events).sort() },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}

const agentView = {
  agent_description:
    'Decides how to expose a workload, explains Services, writes manifests from your real labels and ports, and finds the one reason why a Service does not work. Reads the cluster, changes nothing.',
  suggested_prompts: [
    { title: 'What is broken?', message: 'scan -A' },
    { title: 'Expose a workload', message: 'How do I expose web to the internet?' },
    { title: 'Why does it not answer?', message: 'Why can nobody reach checkout?' },
    { title: 'Who reaches whom?', message: 'Can web reach postgres?' },
  ],
};
