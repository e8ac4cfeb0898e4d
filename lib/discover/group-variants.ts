import { closesCanonically, withoutClosing, withoutOpening } from './wording';

/** What grouping needs to know of a ranked phrase. */
export interface Ranked {
  readonly phrase: string;
  readonly frequency: number;
  readonly quoted: number;
}

/** A phrase and the shorter and longer wordings that mostly occur together with it, the most frequent first. */
export interface Group<T extends Ranked> {
  readonly head: T;
  readonly variants: readonly T[];
}

/** So much of the shorter one's occurrences inside the longer one makes the two one wording. */
const SAME = 0.6;
const MOST_VARIANTS = 8;
/** A phrase that is this much rarer than the one it extends by a character or two is that one, going on. */
const RARER = 0.9;
/** With a verb in front or a vague noun behind, a phrase this much rarer is the shorter one in a sentence. */
const PLAIN = 0.6;

interface Open<T> {
  head: T;
  variants: T[];
}

/** All parts of two characters and more, itself left out. */
function partsOf(phrase: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < phrase.length; from++)
    for (let to = from + 2; to <= phrase.length; to++)
      if (to - from < phrase.length) parts.push(phrase.slice(from, to));
  return parts;
}

/** Whether the longer one adds whole clauses to the shorter one: 大局意识、核心意识 in the chain of four. */
function addsClauses(longer: string, shorter: string): boolean {
  return `、${longer}、`.includes(`、${shorter}、`) && shorter.includes('、');
}

class Grouper<T extends Ranked> {
  readonly groups: Open<T>[] = [];
  private readonly byPhrase = new Map<string, Open<T>>();
  /** The most frequent group whose head contains a part. */
  private readonly byPart = new Map<string, Open<T>>();
  /** Groups by their heads without the verb in front. */
  private readonly byBare = new Map<string, Open<T>>();

  add(c: T): void {
    const around = this.byPart.get(c.phrase);
    if (around && around.head.frequency >= SAME * c.frequency) {
      this.join(around, c);
      return;
    }
    if (this.isPlainly(c)) return;
    const dressed = this.byBare.get(c.phrase);
    if (dressed && dressed.head.frequency < PLAIN * c.frequency) {
      this.replaceHead(dressed, c);
      return;
    }
    const within = partsOf(c.phrase)
      .map((part) => this.byPhrase.get(part))
      .filter((g) => g !== undefined);
    const same = within.find((g) => c.frequency >= SAME * g.head.frequency);
    if (same && addsClauses(c.phrase, same.head.phrase)) this.replaceHead(same, c);
    else if (same) this.join(same, c);
    else if (!within.some((g) => this.goesOn(c, g.head))) this.open(c);
  }

  /** A known phrase with an ordinary verb in front or a vague noun behind. */
  private isPlainly(c: T): boolean {
    return [withoutOpening(c.phrase), withoutClosing(c.phrase)].some((bare) => {
      const group = bare === c.phrase ? undefined : this.byPhrase.get(bare);
      return group !== undefined && c.frequency < PLAIN * group.head.frequency;
    });
  }

  private goesOn(c: T, shorter: T): boolean {
    const more = c.phrase.length - shorter.phrase.length;
    const atEdge = c.phrase.startsWith(shorter.phrase) || c.phrase.endsWith(shorter.phrase);
    return (
      atEdge &&
      more <= 2 &&
      !closesCanonically(c.phrase) &&
      shorter.phrase.length > 2 &&
      c.frequency < RARER * shorter.frequency &&
      c.quoted <= shorter.quoted
    );
  }

  private join(group: Open<T>, c: T): void {
    if (group.variants.length < MOST_VARIANTS) group.variants.push(c);
  }

  private replaceHead(group: Open<T>, head: T): void {
    this.join(group, group.head);
    this.byPhrase.delete(group.head.phrase);
    group.head = head;
    this.index(group);
  }

  private open(c: T): void {
    const group = { head: c, variants: [] };
    this.groups.push(group);
    this.index(group);
  }

  private index(group: Open<T>): void {
    this.byPhrase.set(group.head.phrase, group);
    const bare = withoutOpening(group.head.phrase);
    if (bare !== group.head.phrase) this.byBare.set(bare, group);
    for (const part of partsOf(group.head.phrase)) {
      const old = this.byPart.get(part);
      if (!old || old.head.frequency < group.head.frequency) this.byPart.set(part, group);
    }
  }
}

/**
 * Gathers wordings that contain each other and mostly occur together, in order of rank: the best one heads the group,
 * unless a longer chain of clauses takes nearly all its occurrences or it is a more frequent one behind a verb. A known phrase with an ordinary verb or noun
 * added is left out. Stops at `limit` groups.
 */
export function groupVariants<T extends Ranked>(ranked: Iterable<T>, limit: number): Group<T>[] {
  const grouper = new Grouper<T>();
  for (const c of ranked) {
    grouper.add(c);
    if (grouper.groups.length > limit) break;
  }
  return grouper.groups
    .slice(0, limit)
    .map((g) => ({ head: g.head, variants: g.variants.toSorted((a, b) => b.frequency - a.frequency) }));
}
