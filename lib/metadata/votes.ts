import type { Evidence } from '@/lib/types';
import type { CodeTable } from './code-table.ts';
import { REASONS } from './name-weights.ts';
import { HIT, type Hits } from './scan.ts';

/** How many names a vote keeps as its evidence. */
const EVIDENCE_KEPT = 4;

/** What the names in a text say for one place. Made once and used for the next text again. */
export class Vote {
  code = '';
  /** Of its code (see CodeTable). */
  number = 0;
  weight = 0;
  /** Weight of mentions of divisions below it. */
  below = 0;
  /** The greatest single weight: an office, a medium. */
  strongest = 0;
  first = 0;
  /** Where the first names stand among the numbers of the hits. */
  readonly names = new Int32Array(EVIDENCE_KEPT);
  kept = 0;
  /** The number of a document, which comes before the names. */
  document: Evidence | null = null;

  begin(code: string, number: number, first: number): void {
    this.code = code;
    this.number = number;
    this.weight = 0;
    this.below = 0;
    this.strongest = 0;
    this.first = first;
    this.kept = 0;
    this.document = null;
  }

  add(weight: number, start: number): void {
    this.weight += weight;
    if (weight > this.strongest) this.strongest = weight;
    if (start < this.first) this.first = start;
  }

  keep(name: number): void {
    if (this.kept < EVIDENCE_KEPT) this.names[this.kept++] = name;
  }
}

/** Votes in the order in which their places were named, found by the numbers of their codes. */
export class Votes {
  /** The first `count` of them are those of this text. */
  readonly all: Vote[] = [];
  count = 0;
  private hits: Int32Array = NONE;
  private codes: readonly string[] = [];
  /** By number of a code, one more than the place of its vote; 0 where it has none. */
  private slots = new Int16Array(0);

  begin({ codes }: CodeTable, { numbers }: Hits): void {
    for (let i = 0; i < this.count; i++) this.slots[(this.all[i] as Vote).number] = 0;
    if (this.slots.length < codes.length) this.slots = new Int16Array(codes.length);
    this.count = 0;
    this.codes = codes;
    this.hits = numbers.read();
  }

  get(number: number): Vote | null {
    const slot = this.slots[number] as number;
    return slot === 0 ? null : (this.all[slot - 1] as Vote);
  }

  /** A new vote, without any points. */
  open(number: number, first: number): Vote {
    const vote = this.all[this.count] ?? new Vote();
    this.all[this.count++] = vote;
    this.slots[number] = this.count;
    vote.begin(this.codes[number] as string, number, first);
    return vote;
  }

  /** Gives the points of the name at a place among the numbers of the hits. */
  add(number: number, name: number, weight: number): void {
    const start = this.hits[name + HIT.start] as number;
    const vote = this.get(number) ?? this.open(number, start);
    vote.add(weight, start);
    vote.keep(name);
  }

  /** What a vote rests on. */
  evidenceOf({ document, names, kept }: Vote): Evidence[] {
    const evidence: Evidence[] = document === null ? [] : [document];
    for (let i = 0; i < kept; i++) {
      const name = names[i] as number;
      evidence.push({
        start: this.hits[name + HIT.start] as number,
        end: this.hits[name + HIT.end] as number,
        rule: REASONS[this.hits[name + HIT.code] as number] as string,
      });
    }
    return evidence;
  }
}

const NONE = new Int32Array(0);
