import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody } from '../support/idle-app.ts';

const at = atSlack();

describe('use CLUSTER/NAMESPACE', () => {
  it('holds for its channel, and gives way to what a request says', async () => {
    const app = await started();
    await app.send(commandBody('use prod/shop'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('Requests in this channel now go to cluster prod, namespace shop.');
    const typed = [
      'triage web',
      'triage web -n mail',
      'scan -A',
      'list --cluster test',
      'is web in namespace mail healthy?',
      'help',
    ];
    for (const words of typed) await app.send(commandBody(words));
    await app.send(commandBody('triage web', { channel_id: 'C2' }));
    expect(app.assistant.asked.slice(1)).toEqual([
      'triage web -n shop --cluster prod',
      'triage web -n mail --cluster prod',
      'scan -A --cluster prod',
      'list --cluster test',
      'ask --cluster prod -- is web in namespace mail healthy?',
      'help',
      'triage web',
    ]);
  });
});

describe('what the configuration says of a channel', () => {
  it('holds until somebody says `use` there, and as it is at the time of the request', async () => {
    let configured: { cluster?: string; namespace?: string } = { namespace: 'shop' };
    const app = await started({ channelDefaults: (channel) => (channel === 'C1' ? configured : undefined) });
    await app.send(commandBody('triage web'));
    await app.send(commandBody('triage web --cluster test'));
    configured = { cluster: 'prod', namespace: 'mail' };
    await app.send(commandBody('triage web'));
    await app.send(commandBody('triage web', { channel_id: 'C2' }));
    await app.send(commandBody('use test/web'));
    await app.send(commandBody('triage web'));
    expect(app.assistant.asked).toEqual([
      'triage web -n shop',
      'triage web --cluster test',
      'triage web -n mail --cluster prod',
      'triage web',
      'use test/web',
      'triage web -n web --cluster test',
    ]);
  });
});
