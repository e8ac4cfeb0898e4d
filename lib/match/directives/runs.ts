import type { Span } from '@/lib/types';

const LEAST = 3;

/** Follows the sentences of a text and keeps those runs of neighbours that begin with the same two units. */
export class Runs {
  private readonly found: (readonly Span[])[] = [];
  private run: Span[] = [];
  private key = -1;
  /** Start of the sentence that is being read, and of the one that opened the run. */
  private sentence: number;
  private count = 0;
  private opened = 0;

  constructor(
    private readonly units: Uint16Array,
    private readonly length: number,
  ) {
    this.sentence = this.skip(0);
  }

  /** Takes note that a sentence ends with the unit at `at`. */
  stop(at: number): void {
    const start = this.sentence;
    if (at < start) return;
    const key =
      start + 1 < this.length
        ? ((this.units[start] as number) << 16) | (this.units[start + 1] as number)
        : -1;
    if (key === this.key) this.extend(start, at);
    else {
      if (this.count >= LEAST) this.flush();
      this.key = key;
      this.count = 1;
      this.opened = start;
      this.firstEnd = at;
    }
    this.sentence = this.skip(at + 1);
  }

  finish(): readonly (readonly Span[])[] {
    if (this.sentence + 1 < this.length) this.stop(this.length - 1);
    if (this.count >= LEAST) this.flush();
    return this.found;
  }

  private firstEnd = 0;

  private extend(start: number, at: number): void {
    if (this.count === 1) this.run = [this.span(this.opened, this.firstEnd)];
    this.run.push(this.span(start, at));
    this.count++;
  }

  private span(start: number, at: number): Span {
    return { start, end: this.units[at] === 10 ? at : at + 1 };
  }

  private flush(): void {
    this.found.push(this.run);
    this.count = 0;
  }

  /** The next unit that is not a space, a line break or a closing quotation mark. */
  private skip(from: number): number {
    let i = from;
    while (i < this.length) {
      const unit = this.units[i] as number;
      if (unit !== 32 && unit !== 10 && unit !== 0x3000 && unit !== 0x201d && unit !== 0x2019) break;
      i++;
    }
    return i;
  }
}
