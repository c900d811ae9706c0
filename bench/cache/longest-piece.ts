/**
 * The longest piece of work between two turns of the event loop, in milliseconds of this thread's processor time: the stall that
 * others notice on a machine that is not busy otherwise. On a busy one monitorEventLoopDelay shows the others' work.
 */
export function watchPieces(): { stop(): number } {
  let longest = 0;
  let isOver = false;
  let before = process.threadCpuUsage();
  const turn = (): void => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - before.user - before.system);
    before = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop() {
      isOver = true;
      return longest / 1_000;
    },
  };
}
