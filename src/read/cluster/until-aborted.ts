/** The value, or the reason of the signal as soon as it is aborted; the work itself may go on in the background. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // It fails with the signal too, and nobody would hear it.
  if (signal.aborted) work.catch(() => undefined);
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    // The loser of the race may still fail; nobody is left to hear it.
    work.catch(() => undefined);
    aborted.catch(() => undefined);
  }
}
