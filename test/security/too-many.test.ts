import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../src/slack/allowance.ts';
import { atSlack, started } from '../slack/support/at-slack.ts';
import { commandBody, eventBody, next } from '../slack/support/idle-app.ts';

const at = atSlack();
const mentionOf = (user: string, channel = 'C1') =>
  eventBody({ type: 'app_mention', text: '<@U1BOT> help', user, channel, ts: `${next()}.0001` });

describe('an allowance', () => {
  it('gives so many at once after a pause, and then as many as come back with time', () => {
    let now = 0;
    const { take } = createAllowance({ perMinute: 6, now: () => now });
    expect(Array.from({ length: 7 }, () => take('a'))).toEqual([0, 0, 0, 0, 0, 0, 10_000]);
    expect(take('b')).toBe(0);
    now = 9_999;
    expect(take('a')).toBe(1);
    now = 10_000;
    expect(take('a')).toBe(0);
    now = 10_000_000;
    expect(Array.from({ length: 7 }, () => take('a') === 0).filter(Boolean)).toHaveLength(6);
  });

  it('of 0 has no limit', () => {
    const { take } = createAllowance({ perMinute: 0, now: () => 0 });
    expect(Array.from({ length: 1_000 }, () => take('a')).every((wait) => wait === 0)).toBe(true);
  });
});

describe('a person who asks without end', () => {
  it('is told once in the channel, and answered again when time has passed; others are answered meanwhile', async () => {
    const app = await started({ rateLimits: { perUser: 3, perChannel: 100 } });
    for (let count = 0; count < 20; count += 1) await app.send(mentionOf('U1LOUD'));
    await app.send(mentionOf('U1OTHER'));
    await app.settled();
    expect(app.assistant.asked).toHaveLength(4);
    const texts = at.slack.of('chat.postMessage').map(({ text }) => String(text));
    expect(texts.filter((text) => text.includes('You asked more than 3 things within a minute.'))).toHaveLength(1);
    expect(texts).toHaveLength(5);
    app.pass(60_000);
    await app.send(mentionOf('U1LOUD'));
    await app.settled();
    expect(app.assistant.asked).toHaveLength(5);
  });

  it('is told each time where nobody else sees it', async () => {
    const app = await started({ rateLimits: { perUser: 1, perChannel: 0 } });
    for (let count = 0; count < 3; count += 1) await app.send(commandBody('help'));
    await app.settled();
    const texts = at.slack.of('respond').map(({ text }) => String(text));
    expect(texts.filter((text) => text.includes('You asked more than 1 things'))).toHaveLength(2);
  });
});

describe('a channel in uproar', () => {
  it('is told once, and other channels are answered', async () => {
    const app = await started({ rateLimits: { perUser: 100, perChannel: 5 } });
    for (let count = 0; count < 30; count += 1) await app.send(mentionOf(`U1P${count}`));
    await app.send(mentionOf('U1P1', 'C2'));
    await app.settled();
    expect(app.assistant.asked).toHaveLength(6);
    const texts = at.slack.of('chat.postMessage').map(({ text }) => String(text));
    expect(texts.filter((text) => text.includes('This channel asked more than 5 things'))).toHaveLength(1);
  });
});
