import { differByScatteredEdits } from './scattered-edits';
import { BANDS, bandKey, compare, FARTHEST_DAYS } from './sketch';

/** A text at a day; several documents may hold it. */
export interface DatedText {
  /** 63 bits over the text. */
  readonly text: bigint;
  /** A document that holds it: where its letters can be looked up. */
  readonly document: bigint;
  /** Days since 1970; null where the text has none. */
  readonly day: number | null;
  readonly signature: Buffer;
  /** The copy group it is in, named after the smallest text in it; not looked at where the text is arriving. */
  readonly group: bigint;
  /** Whether its copies have to be looked for. */
  readonly arriving: boolean;
}

/**
 * In a crowd of texts with one key each is compared with so many only, those with the smallest hashes: texts of one
 * mould (the same form filled in by thousands of offices) share keys by the thousand without being copies.
 */
export const HUBS = 16;

/** Windows of so many days overlap by FARTHEST_DAYS, so that every pair of texts that may be copies meets in one. */
const WINDOW_DAYS = 3 * FARTHEST_DAYS;

/** Sets of names that grow together and remember their smallest member. */
class NameSets {
  private readonly indexes = new Map<bigint, number>();
  private readonly names: bigint[] = [];
  private readonly parents: number[] = [];

  indexOf(name: bigint): number {
    let index = this.indexes.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.indexes.set(name, index);
      this.names.push(name);
      this.parents.push(index);
    }
    return index;
  }

  private root(index: number): number {
    let root = index;
    while (this.parents[root] !== root) root = this.parents[root] as number;
    for (let at = index; at !== root; ) {
      const next = this.parents[at] as number;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  together(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  /** The smallest name becomes the root, and so the name of the set. */
  unite(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return;
    const smaller = (this.names[x] as bigint) < (this.names[y] as bigint);
    this.parents[smaller ? y : x] = smaller ? x : y;
  }

  smallest(name: bigint): bigint {
    return this.names[this.root(this.indexOf(name))] as bigint;
  }
}

/** Two texts whose signatures do not say whether they are copies, each by a document that holds it. */
export interface UnsurePair {
  readonly documents: readonly [bigint, bigint];
  readonly indexes: readonly [number, number];
}

/** A text takes part in so many unsure pairs at most, so that a mould that thousands fill in costs no more than that. */
const MOST_UNSURE = 32;

interface Member extends DatedText {
  readonly index: number;
}

/** Texts of one window in the order of their hashes, and of their days where these are equal. */
function byHash(a: Member, b: Member): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return (a.day ?? -1e9) - (b.day ?? -1e9);
}

/** Ranks of members, sorted by their key in a band; key and rank side by side, read as 32-bit halves. */
function sortedByKey(members: readonly Member[], band: number): Uint32Array {
  const sorted = new BigUint64Array(members.length);
  // One number of 64 bits each: sorting a typed array does not call back.
  const halves = new Uint32Array(sorted.buffer);
  for (let rank = 0; rank < members.length; rank++) {
    halves[2 * rank] = rank;
    halves[2 * rank + 1] = bandKey((members[rank] as Member).signature, band);
  }
  sorted.sort();
  return halves;
}

/**
 * Groups copies: the groups there are, the pairs of texts that share a key and are copies of each other, and what
 * follows from both. Takes the texts in the order of their days, those without first, and keeps the signatures of
 * one window of days in memory. The groups are a function of the set of texts, whatever came when, as long as no
 * key is shared by more than HUBS + 1 texts of a window.
 */
export class CopyGrouper {
  private readonly sets = new NameSets();
  private undated: Member[] = [];
  private window: Member[] = [];
  private start = Number.NEGATIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  private readonly arrived = new Set<bigint>();
  private readonly known = new Set<bigint>();
  /** By the numbers of both texts, which are less than 2²⁶. */
  private readonly unsure = new Map<number, UnsurePair>();
  private readonly unsureOf = new Map<number, number>();

  add(text: DatedText): void {
    const index = this.sets.indexOf(text.text);
    if (text.arriving) this.arrived.add(text.text);
    else {
      this.known.add(text.group);
      this.sets.unite(index, this.sets.indexOf(text.group));
    }
    if (text.signature.length === 0) return;
    const member = { ...text, index };
    if (text.day === null) {
      this.undated.push(member);
      return;
    }
    if (text.day < this.latest) throw new Error('the texts have to come in the order of their days');
    this.latest = text.day;
    if (text.day >= this.start + WINDOW_DAYS) this.turnWindow(text.day);
    this.window.push(member);
  }

  private turnWindow(day: number): void {
    this.compare();
    const next = this.start + WINDOW_DAYS - FARTHEST_DAYS;
    this.start = day < next + WINDOW_DAYS ? next : day - FARTHEST_DAYS;
    this.window = this.window.filter((m) => (m.day as number) >= this.start);
  }

  private compare(): void {
    const sorted = [...this.undated, ...this.window].sort(byHash);
    // The same text at the same day once: a thousand of one page must not be all the hubs there are.
    const members = sorted.filter((m, i) => {
      const before = sorted[i - 1];
      return m.text !== before?.text || m.day !== before.day || m.arriving !== before.arriving;
    });
    if (!members.some((m) => m.arriving)) return;
    for (let band = 0; band < BANDS; band++) {
      const halves = sortedByKey(members, band);
      for (let from = 0; from < members.length; ) {
        let to = from + 1;
        while (to < members.length && halves[2 * to + 1] === halves[2 * from + 1]) to++;
        if (to - from > 1) this.compareCrowd(members, halves, from, to);
        from = to;
      }
    }
  }

  /** Members with the same key: each against the first few. */
  private compareCrowd(members: readonly Member[], halves: Uint32Array, from: number, to: number): void {
    for (let k = from + 1; k < to; k++) {
      const b = members[halves[2 * k] as number] as Member;
      for (let h = from; h < Math.min(k, from + HUBS); h++) {
        const a = members[halves[2 * h] as number] as Member;
        if (!(a.arriving || b.arriving) || this.sets.together(a.index, b.index)) continue;
        const verdict = compare(a, b);
        if (verdict === 'copies') this.sets.unite(a.index, b.index);
        if (verdict === 'unsure') this.remember(a, b);
      }
    }
  }

  private remember(a: Member, b: Member): void {
    const key = Math.min(a.index, b.index) * 2 ** 26 + Math.max(a.index, b.index);
    if (this.unsure.has(key)) return;
    for (const { index } of [a, b]) {
      const pairs = this.unsureOf.get(index) ?? 0;
      if (pairs >= MOST_UNSURE) return;
      this.unsureOf.set(index, pairs + 1);
    }
    this.unsure.set(key, { documents: [a.document, b.document], indexes: [a.index, b.index] });
  }

  /** After the last text: pairs of which the letters have to be compared, unless they are in one group already. */
  unsurePairs(): UnsurePair[] {
    this.compare();
    this.window = [];
    return [...this.unsure.values()].filter(({ indexes: [a, b] }) => !this.sets.together(a, b));
  }

  /** Decides about an unsure pair by its letters. */
  decide({ indexes: [a, b] }: UnsurePair, one: string, other: string): void {
    if (!this.sets.together(a, b) && differByScatteredEdits(one, other)) this.sets.unite(a, b);
  }

  /** The groups of the arriving texts, and the new names of groups that became part of another; after `unsurePairs`. */
  finish(): { arrived: Map<bigint, bigint>; merged: Map<bigint, bigint> } {
    const arrived = new Map([...this.arrived].map((t) => [t, this.sets.smallest(t)]));
    const renamed = [...this.known].map((g): [bigint, bigint] => [g, this.sets.smallest(g)]);
    return { arrived, merged: new Map(renamed.filter(([was, now]) => was !== now)) };
  }
}

/** The group of every text, named after the smallest text in it; as CopyGrouper, of texts that are at hand. */
export function findGroups(texts: readonly DatedText[], lettersOf: (document: bigint) => string): bigint[] {
  const grouper = new CopyGrouper();
  for (const t of [...texts].sort((a, b) => (a.day ?? -1e9) - (b.day ?? -1e9))) grouper.add(t);
  for (const pair of grouper.unsurePairs())
    grouper.decide(pair, lettersOf(pair.documents[0]), lettersOf(pair.documents[1]));
  const { arrived, merged } = grouper.finish();
  return texts.map((t) => (t.arriving ? arrived.get(t.text) : merged.get(t.group)) ?? t.group);
}
