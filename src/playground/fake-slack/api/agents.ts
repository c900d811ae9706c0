import { findOwnChannel } from './find-channel.ts';
import { type Method, type Methods, required, SlackFault } from './method.ts';

const states = new Set(['processing', 'active', 'suspended', 'closed']);

const accept = (...keys: readonly string[]): Method => ({
  token: 'bot',
  // The status needs chat:write only, but an app has sessions only when it is declared as an agent, which gives it this one.
  scopes: ['assistant:write'],
  run(args, slack) {
    findOwnChannel(args, slack, 'channel_id');
    keys.forEach((key) => required(args, key));
    return {};
  },
});

/** Status lines and titles of assistant threads: accepted, not shown. Source: docs.slack.dev/ai */
export const agentMethods: Methods = {
  'assistant.threads.setStatus': accept('thread_ts'),
  'assistant.threads.setTitle': accept('thread_ts', 'title'),
  'assistant.threads.setSuggestedPrompts': accept('prompts'),
  'agents.sessions.rename': accept('thread_ts', 'title'),
  'agents.sessions.setStatus': {
    ...accept('status'),
    run(args, slack) {
      findOwnChannel(args, slack, 'channel_id');
      required(args, 'thread_ts');
      if (!states.has(required(args, 'status'))) throw new SlackFault('invalid_arguments');
      return {};
    },
  },
};
