/** More than any phrase of the lexicon has units. */
const LONGEST = 256;

/**
 * Wordings right after an opening quotation mark that the lexicon settles wherever they stand. Written while phrases are
 * found, in any order; asked in the order of the text.
 */
export class SettledQuotes {
  /** Start and length in one number each, so that their order is that of the starts. */
  private keys: number[] | null = null;
  private next = 0;
  private sorted = false;

  add(start: number, end: number): void {
    this.keys ??= [];
    this.keys.push(start * LONGEST + (end - start));
  }

  /** Whether one of them is `[start, end)`; `start` is never less than it was before. */
  has(start: number, end: number): boolean {
    const { keys } = this;
    if (keys === null) return false;
    if (!this.sorted) {
      this.sorted = true;
      if (keys.length > 1) keys.sort((a, b) => a - b);
    }
    while (this.next < keys.length && (keys[this.next] as number) < start * LONGEST) this.next++;
    const wanted = start * LONGEST + (end - start);
    let at = this.next;
    while (at < keys.length && (keys[at] as number) < wanted) at++;
    return keys[at] === wanted;
  }
}
