import { createAlertLocator } from '../../../src/app/alert/locate-alert.ts';
import { singleCluster, type Clusters } from '../../../src/app/clusters.ts';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import { payload } from '../../core/alert/read-payload.ts';
import { shopDump } from '../../support/shop-dump.ts';
import { inWorkspace, readable } from '../support/fake-workspace.ts';
import { createLog } from '../support/log.ts';

export const oncall = 'C0K8ONCALL';

type Json = Readonly<Record<string, unknown>>;

/** The bot in a workspace with #oncall as alert channel, over a cluster that can change, with a clock that can pass. */
export interface AlertWorkspace {
  readonly slack: FakeSlack;
  readonly log: ReturnType<typeof createLog>;
  /** Another bot posts this; resolves when our bot has done what it does about it. */
  readonly post: (message: Json | string, options?: PostOptions) => Promise<Message>;
  /** The same message is edited by its bot. */
  readonly edit: (of: Message, message: Json | string) => Promise<void>;
  readonly remove: (of: Message) => Promise<void>;
  /** What stands in the thread of an alert. */
  readonly thread: (of: Message) => readonly Message[];
  /** All that our bot has posted in #oncall and has not deleted. */
  readonly answers: () => readonly Message[];
  readonly pass: (ms: number) => void;
  /** From now on the cluster is this dump; undefined: it cannot be reached. */
  readonly setCluster: (dump: string | Error) => void;
  readonly restart: () => Promise<void>;
  /** Resolves when our bot has done what it does about all that was said. */
  readonly settle: () => Promise<void>;
}

interface PostOptions {
  readonly channel?: string;
  readonly eventId?: string;
  readonly more?: Json;
}

export async function inAlertWorkspace(
  run: (workspace: AlertWorkspace) => Promise<void>,
  more: Partial<SlackAppDeps> = {},
): Promise<void> {
  let clock = Date.UTC(2026, 10, 20, 9, 30);
  let dump: string | Error = shopDump;
  const log = createLog();
  const clusters: Clusters = {
    ...singleCluster('shop-sample', () => Promise.reject(new Error('not used'))),
    open: () =>
      dump instanceof Error
        ? Promise.reject(dump)
        : Promise.resolve(createFileReader({ files: [{ name: 'shop.yaml', text: dump }], cluster: 'shop-sample' })),
  };
  await inWorkspace(
    'HTTP',
    async (slack, { restart, settled: settle }) => {
      const send = async (event: Json) => {
        await slack.sendEvent(event);
        await settle();
      };
      const read = (message: Json | string) => (typeof message === 'string' ? payload(message) : message);
      await run({
        slack,
        log,
        restart,
        settle,
        async post(message, { channel = oncall, more = {} } = {}) {
          // The workspace knows no attachments: the message stands there, and its event carries them.
          const standing = slack.workspace.post({ channel, user: 'USLACKBOT', text: 'an alert' });
          const event = { ...read(message), channel, channel_type: 'channel', ts: standing.ts, event_ts: standing.ts, ...more };
          await send(event);
          return standing;
        },
        async edit(of, message) {
          const { channel, ts } = of;
          const eventTs = `${(clock / 1_000).toFixed(0)}.${Math.floor(Math.random() * 1e6)}`;
          const changed = { ...read(message), channel, ts, edited: { user: 'B0', ts: eventTs } };
          await send({
            type: 'message',
            subtype: 'message_changed',
            hidden: true,
            channel,
            channel_type: 'channel',
            ts: eventTs,
            event_ts: eventTs,
            message: changed,
            previous_message: { ts },
          });
        },
        async remove(of) {
          const { channel, ts } = of;
          await send({
            type: 'message',
            subtype: 'message_deleted',
            hidden: true,
            channel,
            channel_type: 'channel',
            ts: '9.1',
            event_ts: '9.1',
            deleted_ts: ts,
            previous_message: { type: 'message', ts, bot_id: 'B0ALERTS' },
          });
        },
        thread: (of) => slack.workspace.messages(of.channel).filter((one) => one.threadTs === of.ts),
        answers: () => slack.workspace.messages(oncall).filter((one) => one.user === slack.workspace.directory.app.botUserId),
        pass: (ms) => void (clock += ms),
        setCluster: (next) => void (dump = next),
      });
    },
    {
      assistant: makeAssistant(clusters),
      locateAlert: createAlertLocator({ clusters }),
      alerts: { channels: [oncall] },
      logger: log,
      now: () => clock,
      ...more,
    },
  );
}

export const said = (message: Message | undefined): string => readable(message);
export const minutes = (count: number): number => count * 60_000;
