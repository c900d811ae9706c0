import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { timeOf } from '../../../src/playground/fake-slack/timestamps.ts';
import { serviceNames } from './cluster.ts';
import {
  alertQuestion,
  buttonQuestion,
  commandQuestion,
  isApology,
  mentionQuestion,
  replyQuestion,
  type Kind,
  type Question,
} from './question.ts';
import { alertChannels, channels, people } from './workspace-of-many.ts';

export interface StormOptions {
  readonly events: number;
  readonly aSecond: number;
  /** People who ask at the same time; each waits for an answer before the next question. */
  readonly atOnce: number;
  /** Told after each question how many were asked so far. */
  readonly onAsked: (asked: number) => void;
}

interface Asked {
  readonly question: Question;
  readonly askedAt: number;
  /** How often the person had to ask because Slack said that it did not get through. */
  asks: number;
  answeredMs: number | undefined;
}

/** A time in which something was broken on purpose. Epoch milliseconds. */
export interface Trouble {
  readonly what: string;
  readonly from: number;
  to: number;
}

export interface StormReport {
  readonly asked: Readonly<Record<Kind, number>>;
  readonly total: number;
  readonly lost: readonly string[];
  /** Answers more than there were questions, and the trouble that explains it, if one does. */
  readonly doubles: readonly { readonly words: string; readonly because: string | undefined }[];
  /** Were told to ask again in place of an answer. */
  readonly apologies: number;
  /** Slack told the person at once that it did not get through, and the person asked again. */
  readonly askedAgain: number;
  readonly medianMs: number;
  readonly longestMs: number;
}

const patienceMs = 60_000;

/** Mixed questions at a bounded rate; afterwards each is looked up in the workspace. */
export async function runStorm(
  slack: FakeSlack,
  options: StormOptions,
): Promise<(troubles: readonly Trouble[]) => StormReport> {
  const all: Asked[] = [];
  const pairs = people.flatMap((user) => channels.map((channel) => ({ user, channel })));
  let nextAt = Date.now();
  let count = 0;
  const take = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

  const changed = new Map<string, Set<() => void>>();
  const stop = slack.workspace.listen((change) => {
    if ('message' in change) changed.get(change.message.channel)?.forEach((look) => look());
  });

  function untilAnswered({ channel, answers, expected }: Question): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const looks = changed.get(channel) ?? new Set();
    changed.set(channel, looks);
    const look = () => answers().length >= expected && resolve(true);
    const timer = setTimeout(() => resolve(false), patienceMs);
    looks.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      looks.delete(look);
    });
  }

  /** False when no question is left. */
  async function ask(make: (index: number) => Question): Promise<boolean> {
    if (count >= options.events) return false;
    const index = count;
    count += 1;
    nextAt = Math.max(nextAt + 1_000 / options.aSecond, Date.now());
    await sleep(nextAt - Date.now());
    const one: Asked = { question: make(index), askedAt: Date.now(), asks: 0, answeredMs: undefined };
    all.push(one);
    options.onAsked(all.length);
    for (; one.asks < 6; await sleep(1_000)) {
      one.asks += 1;
      const ack = await one.question.ask();
      if (ack === undefined || ack.ok) break;
    }
    if (await untilAnswered(one.question)) one.answeredMs = Date.now() - one.askedAt;
    return true;
  }

  async function commands(): Promise<void> {
    for (let pair = pairs.shift(); pair !== undefined; pair = pairs.shift()) {
      const { user, channel } = pair;
      if (!(await ask((i) => commandQuestion(slack, user, channel, take(serviceNames, i))))) return;
    }
  }

  async function threads(person: number): Promise<void> {
    for (;;) {
      let mention: ReturnType<typeof mentionQuestion> | undefined;
      const user = take(people, person);
      const make = (i: number) => (mention = mentionQuestion(slack, user, take(channels, i), take(serviceNames, i)));
      if (!(await ask(make)) || mention === undefined) return;
      const { root, answers, words } = mention;
      const service = words.split(' ')[2] ?? '';
      const [answer] = answers();
      const other = take(serviceNames, serviceNames.indexOf(service) + 7);
      if (!(await ask(() => replyQuestion(slack, user, root(), other)))) return;
      // Who was only told to ask again has no button.
      if (answer === undefined || isApology(answer)) continue;
      if (!(await ask(() => buttonQuestion(slack, user, root(), answer, service)))) return;
    }
  }

  async function alerts(): Promise<void> {
    while (await ask((i) => alertQuestion(slack, take(alertChannels, i), take(serviceNames, i), `Down${i}`)));
  }

  const share = (part: number) => Array.from({ length: Math.max(1, Math.round(options.atOnce * part)) });
  await Promise.all([
    ...share(0.35).map(commands),
    ...share(0.45).map((_, person) => threads(person)),
    ...share(0.2).map(alerts),
  ]);
  stop();
  return (troubles) => report(all, troubles);
}

function report(all: readonly Asked[], troubles: readonly Trouble[]): StormReport {
  const lost: string[] = [];
  const doubles: { words: string; because: string | undefined }[] = [];
  let apologies = 0;
  for (const { question, askedAt, asks } of all) {
    const answers = question.answers();
    const at = new Date(askedAt).toISOString().slice(11, 23);
    const words = `${question.kind} in ${question.channel} at ${at}: ${question.words}`;
    if (answers.length < question.expected) lost.push(words);
    apologies += answers.filter(isApology).length;
    if (answers.length < question.expected + asks) continue;
    // The same Service is asked about again by a button of its thread.
    const later = all.filter(
      (other) =>
        other.question.channel === question.channel &&
        other.askedAt > askedAt &&
        other.question.answers().some((one) => answers.includes(one)),
    );
    if (answers.length < question.expected + asks + later.length) continue;
    const until = Math.max(...answers.map(({ ts }) => timeOf(ts)));
    // A restart by SIGTERM loses nothing and excuses nothing.
    const hard = troubles.filter(({ what }) => !what.startsWith('SIGTERM'));
    const because = hard.find(({ from, to }) => from <= until + 500 && to >= askedAt - 500)?.what;
    doubles.push({ words: `${words} (asked ${asks} times, ${answers.length} answers)`, because });
  }
  const times = all.flatMap(({ answeredMs }) => answeredMs ?? []).toSorted((a, b) => a - b);
  const asked = { command: 0, mention: 0, reply: 0, button: 0, alert: 0 };
  for (const { question } of all) asked[question.kind] += 1;
  return {
    asked,
    total: all.length,
    lost,
    doubles,
    apologies,
    askedAgain: all.reduce((sum, { asks }) => sum + asks - 1, 0),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    longestMs: times.at(-1) ?? 0,
  };
}
