import { expect } from 'vitest';
import type { Story } from '../support/in-shop.ts';
import { readable } from '../support/fake-workspace.ts';

const oncall = { channel: 'oncall' };

/** An alert comes, its cause is named in its thread, somebody mends it, and the watch says so. */
export const followsAlert: Story = async ({ you, cluster, pass, settled }) => {
  cluster.turn('web-crash-looping', true);
  const triage = await you.sees('starts and ends again and again (CrashLoopBackOff', oncall);
  const thread = { channel: 'oncall', threadTs: triage.threadTs ?? '' };
  expect(readable(triage)).toMatch(/kubectl logs web-\S+ -n shop -c web --previous/u);
  await you.presses(triage, 'Watch until healthy');
  const watch = await you.sees('[Stop]', thread);

  cluster.turn('web-crash-looping', false);
  await pass(4_000);
  const healthy = await you.sees(
    /^:white_check_mark: After \d+ s: Service web in namespace shop \(ClusterIP\) is healthy/u,
    thread,
  );
  expect(healthy.ts).toBe(watch.ts);
  expect(readable(healthy)).not.toContain('[Stop]');
  await settled();
  // "Resolved" edited the triage instead of saying more.
  expect(you.all(thread)).toHaveLength(2);
  expect(you.all(oncall)).toHaveLength(2);
};
