import type { App, Receiver } from '@slack/bolt';
import type { SlackLogger } from '../logger.ts';
import { asWork, type CurrentWork } from './current-work.ts';
import { saidAt } from './said-at.ts';
import type { Entry, Journal } from './shared.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** Work that was begun by so many replicas may be what ends them. */
const mostAttempts = 3;
const longestMs = 10 * 60_000;
/** Clocks differ. */
const skewSeconds = 2;

export interface Intake {
  /** The same receiver, through the journal. */
  readonly receiver: Receiver;
  /** Goes on with what another replica has begun: with its own claims, so that nobody else does. */
  takeOver(entry: Entry): Promise<void>;
  /** Resolves when nothing of what was taken in is under way. */
  settled(): Promise<void>;
}

/**
 * Writes down what Slack delivers before it is acknowledged, and strikes it out when all listeners are done with it. So what
 * Slack will not send again is never in the memory of one process alone.
 */
export function createIntake(
  receiver: Receiver,
  deps: {
    readonly journal: Journal;
    /** What nobody waits for need not be written down. */
    readonly isWorthIt: (body: Readonly<Record<string, unknown>>) => boolean;
    readonly logger: SlackLogger;
    readonly now: () => number;
  },
): Intake {
  const { journal } = deps;
  const underWay = new Set<Promise<void>>();
  let app: App | undefined;

  async function takeIn(bolt: App, event: ReceiverEvent): Promise<void> {
    if (!deps.isWorthIt(event.body)) return bolt.processEvent(event);
    const entry = await journal.begin('payload', event.body);
    try {
      await asWork(workOf(entry, { again: false, giveUp: false }), () => bolt.processEvent(event));
    } finally {
      await entry.done();
    }
  }

  function counted(work: Promise<void>): Promise<void> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  return {
    receiver: {
      init(bolt) {
        app = bolt;
        receiver.init(
          new Proxy(bolt, {
            get: (target, name) =>
              name === 'processEvent'
                ? (event: ReceiverEvent) => counted(takeIn(target, event))
                : (Reflect.get(target, name) as unknown),
          }),
        );
      },
      start: (...args) => receiver.start(...args),
      stop: (...args) => receiver.stop(...args),
    },
    takeOver: (entry) =>
      counted(
        (async () => {
          const giveUp = entry.attempt > mostAttempts || deps.now() - entry.begunAt > longestMs;
          const event = { body: entry.data as Record<string, unknown>, ack: async () => undefined };
          await asWork(workOf(entry, { again: true, giveUp }), () => app?.processEvent(event));
          await entry.done();
        })(),
      ).catch((error: unknown) =>
        deps.logger.error('work not taken over', { error: error instanceof Error ? error.name : 'unknown' }),
      ),
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function workOf({ id, note, leave, data, begunAt }: Entry, how: Pick<CurrentWork, 'again' | 'giveUp'>): CurrentWork {
  return { id, note, leave, saidAt: saidAt(data) ?? begunAt / 1_000 - skewSeconds, ...how };
}
