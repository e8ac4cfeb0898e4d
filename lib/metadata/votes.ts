import type { Evidence } from '@/lib/types';
import type { CodeTable } from './code-table.ts';
import { REASONS } from './name-weights.ts';
import { HIT, type Hits } from './scan.ts';

/** How many names a vote keeps as its evidence. */
const EVIDENCE_KEPT = 4;
/** Numbers a vote takes among `points`: what is told of them below, in this order. */
const POINTS = 4;
/** Numbers a vote takes among `names`: its code, how many names it keeps, and where these stand among the numbers of the hits. */
const NAMES = 2 + EVIDENCE_KEPT;

/**
 * What the names in a text say for places: votes in the order in which their places were named, found by the numbers of
 * their codes (see CodeTable). All lie in two arrays that are used for the next text again.
 */
export class Votes {
  count = 0;
  private points = new Float64Array(0);
  private names = new Int32Array(0);
  /** By number of a code, one more than the number of its vote; 0 where it has none. */
  private slots = new Int16Array(0);
  private hits: Int32Array = new Int32Array(0);
  private codes: readonly string[] = [];
  /** The number of the document itself, and the vote that it comes first in. */
  private document: Evidence | null = null;
  private documentVote = -1;

  begin({ codes }: CodeTable, { numbers }: Hits): void {
    for (let vote = 0; vote < this.count; vote++) this.slots[this.numberOf(vote)] = 0;
    if (this.codes !== codes) {
      this.slots = new Int16Array(codes.length);
      this.points = new Float64Array(codes.length * POINTS);
      this.names = new Int32Array(codes.length * NAMES);
      this.codes = codes;
    }
    this.count = 0;
    this.hits = numbers.read();
    this.document = null;
    this.documentVote = -1;
  }

  weightOf(vote: number): number {
    return this.points[vote * POINTS] as number;
  }

  /** Weight of mentions of divisions below it. */
  belowOf(vote: number): number {
    return this.points[vote * POINTS + 1] as number;
  }

  /** The greatest single weight: an office, a medium. */
  strongestOf(vote: number): number {
    return this.points[vote * POINTS + 2] as number;
  }

  /** Where its place is named first. */
  firstOf(vote: number): number {
    return this.points[vote * POINTS + 3] as number;
  }

  numberOf(vote: number): number {
    return this.names[vote * NAMES] as number;
  }

  codeOf(vote: number): string {
    return this.codes[this.numberOf(vote)] as string;
  }

  /** The vote for a code; -1 without one. */
  find(number: number): number {
    return (this.slots[number] as number) - 1;
  }

  /** A new vote, without any points. */
  open(number: number, first: number): number {
    const vote = this.count++;
    this.slots[number] = this.count;
    this.points.fill(0, vote * POINTS, vote * POINTS + 3);
    this.points[vote * POINTS + 3] = first;
    this.names[vote * NAMES] = number;
    this.names[vote * NAMES + 1] = 0;
    return vote;
  }

  /** Gives the points of the name at a place among the numbers of the hits. */
  add(number: number, name: number, weight: number): void {
    const start = this.hits[name + HIT.start] as number;
    const known = this.find(number);
    const vote = known < 0 ? this.open(number, start) : known;
    this.give(vote, weight);
    if (start < this.firstOf(vote)) this.points[vote * POINTS + 3] = start;
    const kept = this.names[vote * NAMES + 1] as number;
    if (kept === EVIDENCE_KEPT) return;
    this.names[vote * NAMES + 1] = kept + 1;
    this.names[vote * NAMES + 2 + kept] = name;
  }

  private give(vote: number, weight: number): void {
    const at = vote * POINTS;
    this.points[at] = (this.points[at] as number) + weight;
    if (weight > (this.points[at + 2] as number)) this.points[at + 2] = weight;
  }

  /** Gives the weight of a vote to what its place lies in; a vote that this opens rests on the same names. */
  raise(vote: number, above: number): void {
    let upper = this.find(above);
    if (upper < 0) {
      upper = this.open(above, this.firstOf(vote));
      const from = vote * NAMES + 1;
      this.names.copyWithin(upper * NAMES + 1, from, from + 1 + EVIDENCE_KEPT);
    }
    const at = upper * POINTS + 1;
    this.points[at] = (this.points[at] as number) + this.weightOf(vote);
  }

  /** Gives six points to where the number of the document is from. */
  addDocument(number: number, evidence: Evidence): void {
    const known = this.find(number);
    this.documentVote = known < 0 ? this.open(number, evidence.start) : known;
    this.document = evidence;
    this.give(this.documentVote, 6);
  }

  /** What a vote rests on. */
  evidenceOf(vote: number): Evidence[] {
    const evidence: Evidence[] = this.document !== null && this.documentVote === vote ? [this.document] : [];
    const first = vote * NAMES + 2;
    const behind = first + (this.names[first - 1] as number);
    for (let i = first; i < behind; i++) {
      const name = this.names[i] as number;
      evidence.push({
        start: this.hits[name + HIT.start] as number,
        end: this.hits[name + HIT.end] as number,
        rule: REASONS[this.hits[name + HIT.code] as number] as string,
      });
    }
    return evidence;
  }
}
