import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody, eventBody, ids } from '../support/idle-app.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const at = atSlack();
const clusters = {
  names: ['prod', 'staging'],
  defaultName: 'staging',
  aliases: new Map([
    ['p', 'prod'],
    ['live', 'prod'],
  ]),
};

describe('several clusters', () => {
  it('are known by every name, and asked by their own', async () => {
    const assistant = { ...createPreparedAssistant(), clusters };
    const app = await started({ assistant });
    await app.send(commandBody('use p/shop'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('Requests in this channel now go to cluster prod, namespace shop.');
    const typed = [
      'triage web',
      'triage web --cluster live',
      'triage web --cluster staging',
      'is web healthy in cluster staging?',
      'what is broken in all clusters?',
      'scan --all-clusters',
    ];
    for (const words of typed) await app.send(commandBody(words));
    expect(assistant.asked).toEqual([
      'use prod/shop',
      'triage web -n shop --cluster prod',
      'triage web -n shop --cluster prod',
      'triage web --cluster staging',
      'ask --cluster staging -- is web healthy?',
      'scan --all-clusters',
      'scan --all-clusters',
    ]);
  });

  it('are meant by the alias that the configuration of a channel has', async () => {
    const assistant = { ...createPreparedAssistant(), clusters };
    const app = await started({ assistant, channelDefaults: () => ({ cluster: 'live', namespace: 'shop' }) });
    await app.send(commandBody('triage web'));
    await app.send(commandBody('triage web --cluster p'));
    expect(assistant.asked).toEqual(['triage web -n shop --cluster prod', 'triage web -n shop --cluster prod']);
  });

  it('stand on the Home tab with their other names, once', async () => {
    const app = await started({ assistant: { ...createPreparedAssistant(), clusters } });
    await app.send(eventBody({ type: 'app_home_opened', tab: 'home', channel: ids.direct }));
    const home = JSON.stringify(at.slack.of('views.publish').at(-1));
    expect(home).toMatch(/"prod".*also .*"p".*"live".*"staging".*the default/u);
    expect(home.split('Clusters')).toHaveLength(2);
  });

  it('are decided by before a person may ask', async () => {
    const assistant = { ...createPreparedAssistant(), clusters };
    const seen: (string | undefined)[] = [];
    const app = await started({
      assistant,
      mayAsk: (_, request) => {
        seen.push('cluster' in request ? request.cluster : undefined);
        return false;
      },
    });
    await app.send(commandBody('triage web --cluster p'));
    await app.send(commandBody('is web healthy in cluster live?'));
    expect(seen).toEqual(['prod', 'prod']);
    expect(assistant.asked).toEqual([]);
  });
});
