/** Reads a stream of bytes by length and by marker, in bounded memory. */
export class ByteReader {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private buffer: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.iterator = stream[Symbol.asyncIterator]();
  }

  /** Makes sure that so many bytes are at hand; false where the stream ends before. */
  private async fill(length: number): Promise<boolean> {
    if (this.buffer.length >= length) return true;
    const parts = [this.buffer];
    let have = this.buffer.length;
    while (have < length && !this.ended) {
      const next = await this.iterator.next();
      if (next.done) this.ended = true;
      else {
        parts.push(Buffer.from(next.value));
        have += next.value.length;
      }
    }
    this.buffer = Buffer.concat(parts);
    return have >= length;
  }

  /** The next bytes without taking them; fewer at the end of the stream. */
  async peek(length: number): Promise<Buffer> {
    await this.fill(length);
    return this.buffer.subarray(0, length);
  }

  /** Takes so many bytes; null where the stream ends before, which takes what there was. */
  async take(length: number): Promise<Buffer | null> {
    const whole = await this.fill(length);
    const taken = this.buffer.subarray(0, length);
    this.buffer = this.buffer.subarray(length);
    return whole ? taken : null;
  }

  /** Passes over so many bytes without keeping them; false where the stream ends before. */
  async skip(length: number): Promise<boolean> {
    let left = length;
    while (left > 0) {
      if (this.buffer.length === 0 && !(await this.fill(1))) return false;
      const step = Math.min(left, this.buffer.length);
      this.buffer = this.buffer.subarray(step);
      left -= step;
    }
    return true;
  }

  /** Takes everything up to a marker and the marker; null where it does not come within `limit` bytes. */
  async takeThrough(marker: Buffer, limit: number): Promise<Buffer | null> {
    for (let size = 1 << 12; ; size *= 2) {
      const more = await this.fill(Math.min(size, limit));
      const at = this.buffer.indexOf(marker);
      if (at >= 0 && at <= limit) return this.take(at + marker.length);
      if (!more || size >= limit) return null;
    }
  }

  /** Passes over everything before a marker; false where the stream ends first, which leaves nothing to read. */
  async skipTo(marker: Buffer): Promise<boolean> {
    while (await this.fill(marker.length)) {
      const at = this.buffer.indexOf(marker);
      if (at >= 0) return this.skip(at);
      await this.skip(this.buffer.length - marker.length + 1);
    }
    this.buffer = Buffer.alloc(0);
    return false;
  }
}
