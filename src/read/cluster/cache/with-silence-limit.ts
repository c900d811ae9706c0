/** No byte came for too long: the connection may be dead without anybody saying so. */
export class Silence extends Error {
  constructor() {
    super('the watch is silent');
    this.name = 'Silence';
  }
}

/** What `work` gives, while `heard` is called often enough; else its signal is aborted and Silence is thrown. */
export async function withSilenceLimit<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal, heard: () => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const give = (): void => own.abort(new Silence());
  let timer = setTimeout(give, ms).unref();
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(give, ms).unref();
  };
  try {
    return await work(AbortSignal.any([signal, own.signal]), heard);
  } catch (error) {
    // undici may report an aborted body in words of its own.
    throw own.signal.aborted ? own.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}
