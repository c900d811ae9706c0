/** What came of a stream of bytes and has not been read yet. */
export class Unread {
  readonly #chunks: AsyncIterator<Uint8Array>;
  bytes: Buffer = Buffer.alloc(0);
  /** Up to where `bytes` have been read. */
  at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  get length(): number {
    return this.bytes.length - this.at;
  }

  /** Waits for the next bytes. Throws when there are none: who asks needs them. */
  async more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) throw new Error('The answer of the API server is cut short.');
    const chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.bytes = this.length === 0 ? chunk : Buffer.concat([this.bytes.subarray(this.at), chunk]);
    this.at = 0;
  }

  async atLeast(length: number): Promise<void> {
    while (this.length < length) await this.more();
  }

  /** Reads on to the end, so that the stream knows that nobody broke off. */
  async end(): Promise<void> {
    while ((await this.#chunks.next()).done !== true);
  }

  async leave(): Promise<void> {
    await this.#chunks.return?.();
  }
}
