import { describe, expect, it } from 'vitest';
import { toBoltLogger } from '../../src/slack/bolt-logger.ts';
import { messageText } from '../../src/slack/message-text.ts';
import { fromSlackText, mentions } from '../../src/slack/slack-text.ts';
import { createMemoryStore } from '../../src/slack/store.ts';
import { createLog } from './support/log.ts';

describe('fromSlackText', () => {
  it.each([
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['<@UBOT> triage web', 'triage web'],
    ['hey <@UBOT|k8s-svc> triage web', 'hey  triage web'],
    ['ask <@U2|sam> and <@U3>', 'ask @sam and @U3'],
    ['in <#C1|oncall>', 'in #oncall'],
    ['<!here> <!subteam^S1|@oncall> up?', '@oncall up?'],
    ['curl <http://web.shop.svc|web.shop.svc>:8080', 'curl web.shop.svc:8080'],
    ['see <https://example.com/a>', 'see https://example.com/a'],
    ['```\nkind: Service\n```', '```\nkind: Service\n```'],
    ['if a &lt; 3', 'if a < 3'],
  ])('reads %j as %j', (text, typed) => {
    expect(fromSlackText(text, 'UBOT')).toBe(typed);
  });

  it('knows whom a text mentions', () => {
    expect(mentions('<@UBOT> hi', 'UBOT')).toBe(true);
    expect(mentions('<@UBOT|k8s-svc> hi', 'UBOT')).toBe(true);
    expect(mentions('<@UBOTHER> hi', 'UBOT')).toBe(false);
    expect(mentions('hi', undefined)).toBe(false);
  });
});

describe('messageText', () => {
  it('joins text and attachments', () => {
    const message = {
      text: 'FIRING',
      attachments: [
        { title: 'KubePodNotReady', text: 'web', fields: [{ title: 'namespace', value: 'shop' }] },
        { fallback: 'plain' },
      ],
    };
    expect(messageText(message)).toBe('FIRING\nKubePodNotReady\nweb\nnamespace: shop\nplain');
  });

  it('reads the blocks when there is nothing else', () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: '*web* is down' }, fields: [{ type: 'mrkdwn', text: 'ns: shop' }] },
    ];
    expect(messageText({ text: '', blocks })).toBe('*web* is down\nns: shop');
  });

  it.each([undefined, null, 'text', {}, { text: 5 }])('makes no words of %j', (message) => {
    expect(messageText(message)).toBe('');
  });
});

describe('the memory store', () => {
  it('lets the first caller claim a key until it lapses', async () => {
    let clock = 0;
    const store = createMemoryStore({ now: () => clock });
    expect([await store.claim('a', 10), await store.claim('a', 10), await store.claim('b', 10)]).toEqual([true, false, true]);
    clock = 10;
    expect(await store.claim('a', 10)).toBe(true);
  });

  it('keeps values until they lapse, and the newest when it is full', async () => {
    let clock = 0;
    const store = createMemoryStore({ now: () => clock, capacity: 2 });
    await store.set('a', '1', 10);
    await store.set('b', '2', 10);
    await store.set('a', '3', 10);
    await store.set('c', '4', 10);
    expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual(['3', undefined, '4']);
    clock = 11;
    expect(await store.get('a')).toBeUndefined();
  });
});

describe("Bolt's log", () => {
  it('keeps words and drops objects, tokens and whole requests', () => {
    const log = createLog();
    const logger = toBoltLogger(log);
    logger.warn('failed for xoxb-123-abc and xapp-1-A', new Error('wss://x/link/?ticket=secret&app=1'), { body: 'private' });
    logger.debug('http request body: private');
    expect(log.lines).toEqual(['warn failed for [secret] and [secret] wss://x/link/?ticket=[secret]&app=1 {}']);
  });
});
