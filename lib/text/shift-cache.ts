/** What a page has said already: names and phrases come back, and a reading of damage that repeats them is likelier. */

/** Share of the page in the probability of a character after two others, and after one. */
const AFTER_TWO = 0.3;
const AFTER_ONE = 0.1;
/** Added to how often a context was seen: one sighting proves little. */
const DOUBT = 1;

/** Counts of the pairs and triples of symbols on one page. */
export class PageCache {
  /** 1 where a pair with this hash was seen: most have not been, and are told so at once. */
  private readonly seen = new Uint8Array(1 << 16);
  private readonly pairs = new Map<number, number>();
  private readonly triples = new Map<number, number>();
  private readonly singles = new Map<number, number>();

  /** Counts a run of symbols; 0 (unknown) breaks it. */
  add(symbols: ArrayLike<number>): void {
    let q = 0;
    let p = 0;
    for (let i = 0; i < symbols.length; i++) {
      const c = symbols[i] ?? 0;
      if (p !== 0 && c !== 0) {
        const pair = p * 8192 + c;
        this.seen[hash(pair)] = 1;
        count(this.pairs, pair);
        count(this.singles, p);
        if (q !== 0) count(this.triples, q * 8192 * 8192 + pair);
      }
      q = p;
      p = c;
    }
  }

  /** What the logarithm of a probability becomes when the page has a say in it. */
  raise(log: number, q: number, p: number, c: number): number {
    const pair = p * 8192 + c;
    if (this.seen[hash(pair)] === 0) return log;
    const times = this.pairs.get(pair);
    if (times === undefined) return log;
    let share = (AFTER_ONE * times) / ((this.singles.get(p) ?? 0) + DOUBT);
    const triple = this.triples.get(q * 8192 * 8192 + pair);
    if (triple !== undefined) share += (AFTER_TWO * triple) / ((this.pairs.get(q * 8192 + p) ?? 0) + DOUBT);
    return Math.log(Math.exp(log) + share);
  }
}

const hash = (pair: number): number => (Math.imul(pair, 0x9e3779b1) >>> 16) & 0xffff;

function count(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
