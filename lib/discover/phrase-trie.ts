import { PairTable } from './pair-table';

/** Phrases over symbols, for the longest one at a position. */
export class PhraseTrie {
  private readonly nodes = new PairTable(20);
  private phraseOf = new Int32Array(1 << 20).fill(-1);

  /** Adds a phrase under a number of the caller's. The root is node 0: children count from 1. */
  add(symbols: Uint16Array, phrase: number): void {
    let node = 0;
    for (const s of symbols) node = this.nodes.number(node, s) + 1;
    if (node >= this.phraseOf.length) {
      const longer = new Int32Array(Math.max(node + 1, this.phraseOf.length * 2)).fill(-1);
      longer.set(this.phraseOf);
      this.phraseOf = longer;
    }
    this.phraseOf[node] = phrase;
  }

  /** Number of the longest phrase that begins at a position, −1 where none does. */
  longestAt(symbols: Uint16Array, at: number): number {
    let best = -1;
    let node = 0;
    for (let i = at; i < symbols.length; i++) {
      node = this.nodes.find(node, symbols[i] as number) + 1;
      if (node === 0) return best;
      const phrase = this.phraseOf[node] as number;
      if (phrase >= 0) best = phrase;
    }
    return best;
  }
}
