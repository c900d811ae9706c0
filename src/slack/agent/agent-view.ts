import type { webApi } from '@slack/bolt';
import { slackError } from '../deliver/retry.ts';
import type { SlackLogger } from '../logger.ts';
import { suggestedPrompts } from './suggested-prompts.ts';

type Client = webApi.WebClient;

/** A message of a person in the agent view, and the thread that it is in or begins. */
export interface AgentMessage {
  readonly channel: string;
  readonly threadTs: string;
  /** Of the message itself, in Slack's time. */
  readonly ts: string;
  readonly userId: string;
  readonly words: string;
}

/** Work on one message, with Slack's stop button beside it. */
export interface AgentWork {
  /** Aborts when the person presses the button. */
  readonly stopped: AbortSignal;
  /** Takes the button away. Never rejects. */
  done(): Promise<void>;
}

/**
 * The agent view in Slack's top bar, where the app was installed with it: a plain app neither sees nor calls anything of it.
 * Nothing here rejects: an answer counts more than its status. Source: docs.slack.dev/ai/agent-sessions
 */
export interface AgentView {
  /** Slack is asked every ten minutes at most. */
  isOn(client: Client): Promise<boolean>;
  offerPrompts(client: Client, channel: string): Promise<void>;
  begin(client: Client, message: AgentMessage): AgentWork;
  /** The stop button was pressed at `eventTs`: work that began later is not meant. */
  stop(client: Client, thread: { readonly channel: string; readonly threadTs: string }, eventTs: string): Promise<void>;
}

/** Slack gives it to apps that are declared as agents, and to no others. */
const agentScope = 'assistant:write';
const againMs = 10 * 60_000;
const longestTitle = 100;

export function createAgentView(deps: { readonly logger: SlackLogger; readonly now: () => number }): AgentView {
  const running = new Map<string, { readonly ts: string; readonly stop: AbortController }>();
  let known: { readonly on: Promise<boolean>; readonly until: number } | undefined;
  /** A workspace without a paid plan refuses it all: it is not asked again and again. */
  let refusedUntil = 0;

  async function hasScope(client: Client): Promise<boolean> {
    try {
      const { response_metadata: metadata } = await client.auth.test();
      return metadata?.scopes?.includes(agentScope) === true;
    } catch {
      known = undefined;
      return false;
    }
  }

  /** Whether it may stand. */
  async function tell(what: string, call: () => Promise<unknown>): Promise<boolean> {
    if (deps.now() < refusedUntil) return false;
    try {
      await call();
      return true;
    } catch (error) {
      const refused = slackError(error);
      if (refused !== undefined) refusedUntil = deps.now() + againMs;
      deps.logger.warn('the agent view was not told', { what, error: refused ?? 'no answer' });
      return refused === undefined;
    }
  }

  const setStatus = (client: Client, status: string, channel: string, threadTs: string, more: object = {}) =>
    tell(status, () => client.agents.sessions.setStatus({ channel_id: channel, thread_ts: threadTs, status, ...more }));

  return {
    isOn(client) {
      if (known === undefined || deps.now() >= known.until) known = { on: hasScope(client), until: deps.now() + againMs };
      return known.on;
    },
    async offerPrompts(client, channel) {
      const prompts = suggestedPrompts.map((one) => ({ ...one }));
      const title = 'Ask about any Service, or begin with one of these';
      await tell('prompts', () => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title, prompts }));
    },
    begin(client, { channel, threadTs, ts, userId, words }) {
      const key = `${channel}:${threadTs}`;
      const work = { ts, stop: new AbortController() };
      running.set(key, work);
      const title = words.slice(0, longestTitle);
      const more = { initiator_user_id: userId, ...(title !== '' && { title }) };
      const begun = setStatus(client, 'processing', channel, threadTs, more);
      return {
        stopped: work.stop.signal,
        async done() {
          if (running.get(key) === work) running.delete(key);
          if (await begun) await setStatus(client, 'active', channel, threadTs);
        },
      };
    },
    async stop(client, { channel, threadTs }, eventTs) {
      const work = running.get(`${channel}:${threadTs}`);
      if (work === undefined) {
        // It ended meanwhile, or runs in another process: the button must not stay for that.
        await setStatus(client, 'active', channel, threadTs);
      } else if (Number(eventTs) >= Number(work.ts)) {
        work.stop.abort();
      }
    },
  };
}
