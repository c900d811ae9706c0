import type { FakeSlack, FakeSlackOptions } from '../../../src/playground/fake-slack/fake-slack.ts';
import { startFakeSlack } from '../../../src/playground/fake-slack/start-fake-slack.ts';

/** A clock that stands still until it is moved. */
export function createClock(at = Date.parse('2026-11-20T09:30:00Z')) {
  let now = at;
  return { now: () => now, pass: (ms: number) => void (now += ms) };
}

/** A fake Slack that is stopped with the test: `await using fake = await start()`. */
export async function start(options: Partial<FakeSlackOptions> = {}) {
  const clock = createClock();
  const fake = await startFakeSlack({ now: clock.now, signingSecret: 'secret', retryDelaysMs: [], ...options });
  const call = async (method: string, args: object, token: string | undefined = fake.botToken) => {
    const response = await fetch(`${fake.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(args),
    });
    return { status: response.status, headers: response.headers, reply: (await response.json()) as Record<string, unknown> };
  };
  return { fake, clock, call, [Symbol.asyncDispose]: () => fake.stop() };
}

export function lastMessage(fake: FakeSlack, channel = 'general') {
  const message = fake.workspace.messages(fake.workspace.channel(channel)?.id ?? '').at(-1);
  if (message === undefined) throw new Error(`Nothing was posted in ${channel}.`);
  return message;
}
