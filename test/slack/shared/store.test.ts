import { describe, expect, it } from 'vitest';
import { keepDefaults, readDefaults } from '../../../src/slack/channel-defaults.ts';
import { createAlertStates } from '../../../src/slack/alerts/alert-state.ts';
import { keepRecent, readRecent } from '../../../src/slack/home/recent.ts';
import { newestAnywhere } from '../../../src/slack/manifest-form/newest-anywhere.ts';
import { asWork } from '../../../src/slack/shared/current-work.ts';
import { withOwner } from '../../../src/slack/shared/with-owner.ts';
import { createMemoryStore, type Store } from '../../../src/slack/store.ts';

const asker = { userId: 'U1', teamId: 'T1', channelId: 'C1' };
const memory = () => createMemoryStore({ now: Date.now });

describe('what stands in a shared store', () => {
  it.each(['', 'no json', '{"v":9}', '[1]', 'null', '{"cluster":5}'])('and is not ours is nothing: %s', async (value) => {
    const store: Store = { ...memory(), get: async () => value };
    expect(await readDefaults({ store }, 'C1')).toBeUndefined();
    expect(await readRecent(store, asker)).toEqual([]);
    expect(await createAlertStates(store).find('C1', '1.1', ['a'])).toBeUndefined();
    await keepDefaults(store, 'C1', { cluster: 'prod' }, {
      intent: 'other',
      headline: [],
      parts: [],
      actions: [],
    } as never);
  });

  it('keeps what two replicas add to the list of a person at once', async () => {
    const store = memory();
    await Promise.all(
      ['a', 'b', 'c'].map((service) => keepRecent(store, asker, { verb: 'triage', service, namespace: 'shop', why: false })),
    );
    expect((await readRecent(store, asker)).toSorted()).toEqual(['triage a -n shop', 'triage b -n shop', 'triage c -n shop']);
  });
});

describe('a change of a form', () => {
  it('is shown unless another replica has a newer one, whichever is told first', async () => {
    const store = memory();
    const second = await newestAnywhere(store, 'V1', '200.5');
    const first = await newestAnywhere(store, 'V1', '100.5');
    expect([await first(), await second()]).toEqual([false, true]);
    const third = await newestAnywhere(store, 'V1', '300.5');
    expect([await second(), await third()]).toEqual([false, true]);
  });
});

describe('a claim', () => {
  it('belongs to the delivery that is worked on', async () => {
    const store = withOwner(memory());
    const work = (id: string) => ({
      id,
      again: false,
      giveUp: false,
      saidAt: 0,
      note: undefined,
      leave: async () => undefined,
    });
    const claim = () => store.claim('event:1', 1_000);
    expect(await asWork(work('a'), claim)).toBe(true);
    expect([await asWork(work('b'), claim), await claim(), await asWork(work('a'), claim)]).toEqual([false, false, true]);
  });
});
