import { areCopies, BANDS, bandKey } from './sketch';

/** A text at a day; several documents may hold it. */
export interface DatedText {
  /** 63 bits over the text. */
  readonly text: bigint;
  /** Days since 1970; null where the text has none. */
  readonly day: number | null;
  readonly signature: Buffer;
  /** The copy group it is in, the smallest text of the group; its own hash where that is to be decided. */
  readonly group: bigint;
  /** Whether its copies have to be looked for. */
  readonly arriving: boolean;
}

/**
 * In a crowd of texts with one key each is compared with so many only, those with the smallest hashes: texts of one
 * mould (the same form filled in by thousands of offices) share keys by the thousand without being copies.
 */
export const HUBS = 16;

/** Sets that grow together, by the index of their members. */
class Sets {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(member: number): number {
    let root = member;
    while (this.parents[root] !== root) root = this.parents[root] as number;
    for (let at = member; at !== root; ) {
      const next = this.parents[at] as number;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parents[Math.max(x, y)] = Math.min(x, y);
  }
}

function uniteKnown(texts: readonly DatedText[], sets: Sets): void {
  const first = new Map<bigint, number>();
  // A group is named after a text in it, so that texts and groups can share one table.
  texts.forEach((t, i) => {
    for (const name of t.arriving ? [t.text] : [t.text, t.group]) {
      const other = first.get(name);
      if (other === undefined) first.set(name, i);
      else sets.union(other, i);
    }
  });
}

function compareCrowd(texts: readonly DatedText[], sets: Sets, members: Uint32Array): void {
  for (const [k, j] of members.entries()) {
    const b = texts[j] as DatedText;
    for (let h = 0; h < Math.min(k, HUBS); h++) {
      const i = members[h] as number;
      const a = texts[i] as DatedText;
      if (!(a.arriving || b.arriving) || sets.find(i) === sets.find(j)) continue;
      if (areCopies(a, b)) sets.union(i, j);
    }
  }
}

/** The texts with a signature, sorted by their key in one band and, with the same key, by their order in `order`. */
function sortedByKey(texts: readonly DatedText[], order: Uint32Array, band: number): BigUint64Array {
  const sorted = new BigUint64Array(order.length);
  // Key and rank side by side in one number of 64 bits: sorting a typed array compares without calling back.
  const halves = new Uint32Array(sorted.buffer);
  order.forEach((i, rank) => {
    halves[2 * rank] = rank;
    halves[2 * rank + 1] = bandKey((texts[i] as DatedText).signature, band);
  });
  return sorted.sort();
}

/**
 * Groups copies: the groups there are, the pairs of texts that share a key and are copies of each other, and what
 * follows from both. Gives the group of every text, named after the smallest text in it. A function of the set of
 * texts, whatever their order, as long as no key is shared by more than HUBS + 1 of them.
 */
export function findGroups(texts: readonly DatedText[]): bigint[] {
  const sets = new Sets(texts.length);
  uniteKnown(texts, sets);
  const order = Uint32Array.from(
    texts.flatMap((t, i) => (t.signature.length > 0 ? [i] : [])).sort((i, j) => byText(texts, i, j)),
  );
  for (let band = 0; band < BANDS; band++) {
    const sorted = sortedByKey(texts, order, band);
    const halves = new Uint32Array(sorted.buffer);
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && halves[2 * to + 1] === halves[2 * from + 1]) to++;
      if (to - from > 1) {
        const members = Uint32Array.from(
          { length: to - from },
          (_, k) => order[halves[2 * (from + k)] as number] as number,
        );
        compareCrowd(texts, sets, members);
      }
      from = to;
    }
  }
  return smallestOf(texts, sets);
}

function byText(texts: readonly DatedText[], i: number, j: number): number {
  const [a, b] = [texts[i] as DatedText, texts[j] as DatedText];
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return (a.day ?? -1e9) - (b.day ?? -1e9);
}

function smallestOf(texts: readonly DatedText[], sets: Sets): bigint[] {
  const smallest = new Map<number, bigint>();
  texts.forEach((t, i) => {
    const root = sets.find(i);
    const own = t.arriving ? t.text : t.group;
    const before = smallest.get(root);
    if (before === undefined || own < before) smallest.set(root, own);
  });
  return texts.map((_, i) => smallest.get(sets.find(i)) as bigint);
}
