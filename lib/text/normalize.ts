/** The last pass: width of characters, quotation marks, spaces and lines, from one buffer of units into another. */
import type { OffsetMap } from '@/lib/types';
import { isHan } from './classes';
import { OffsetMapBuilder } from './offsets';
import { BracketPairs, FULL_COLON, FULL_COMMA, isNumberMark, narrowMark, widenMark } from './punctuation';
import type { Positions } from './scan';
import { classifyGap, isSpace } from './spacing';

export interface Normalized {
  /** Units written to the output. */
  readonly length: number;
  readonly map: OffsetMap;
  /** True when the output differs from the input. */
  readonly isChanged: boolean;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/**
 * Writes the normalised form of `units[0, n)` to `out`, which must be a copy of them. Lines are trimmed, empty
 * ones dropped; the result never grows. `marks` are those of `findPlaced` for the same units: between two of them
 * nothing changes. `touched` becomes the positions of the output where something did.
 */
export function normalize(
  units: Uint16Array,
  n: number,
  out: Uint16Array,
  marks: Positions,
  touched: Positions,
): Normalized {
  touched.count = 0;
  const writer = new LineWriter(units, n, out, marks.at, touched);
  let start = 0;
  let first = 0;
  while (start <= n) {
    let last = first;
    while (last < marks.count && units[marks.at[last] as number] !== NEWLINE) last++;
    const end = last < marks.count ? (marks.at[last] as number) : n;
    writer.line(start, end, first, last);
    start = end + 1;
    first = last + 1;
  }
  return writer.finish();
}

/**
 * The same for a text in which no space and no line end changes, so that every unit stays where it is; false where
 * straight quotation marks have to be paired off by lines.
 */
export function normalizeInPlace(
  units: Uint16Array,
  n: number,
  out: Uint16Array,
  { at, count }: Positions,
  touched: Positions,
): boolean {
  touched.count = 0;
  const brackets = new BracketPairs();
  for (let m = 0; m < count; m++) {
    const index = at[m] as number;
    const unit = units[index] as number;
    if (unit === NEWLINE) continue;
    if (unit === QUOTE) return false;
    const form = formOf(units, n, index, brackets);
    if (form === unit) continue;
    out[index] = form;
    touched.push(index);
  }
  return true;
}

/** What the mark at `index`, no quotation mark, should be. */
function formOf(units: Uint16Array, n: number, index: number, brackets: BracketPairs): number {
  const unit = units[index] as number;
  if (unit === FULL_COLON || unit === FULL_COMMA) return isNumberMark(units, index) ? unit - 0xfee0 : unit;
  if (unit === 0x28 || unit === 0x29) return brackets.isWide(units, n, index) ? unit + 0xfee0 : unit;
  return unit < 0x80 ? widenMark(units, n, index) : narrowMark(units, n, index);
}

class LineWriter {
  private length = 0;
  private runStart = 0;
  private shift = 0;
  private isChanged = false;
  private readonly builder = new OffsetMapBuilder();
  private readonly brackets = new BracketPairs();
  private opensQuote = true;
  private pairsQuotes = false;

  constructor(
    private readonly units: Uint16Array,
    private readonly n: number,
    private readonly out: Uint16Array,
    private readonly marks: Int32Array,
    private readonly touched: Positions,
  ) {}

  /** Writes the line `[start, end)`, trimmed, after a line end where something stands before it; its marks are `[first, last)`. */
  line(start: number, end: number, first: number, last: number): void {
    const { units, marks } = this;
    let from = start;
    let to = end;
    while (from < to && isSpace(units[from] as number)) from++;
    while (to > from && isSpace(units[to - 1] as number)) to--;
    if (from === to) return;
    if (this.length > 0) this.put(NEWLINE, start - 1);
    this.preparePairs(from, to, first, last);
    let i = from;
    for (let m = first; m < last; m++) {
      const mark = marks[m] as number;
      if (mark < i) continue;
      if (mark >= to) break;
      this.copy(i, mark);
      const unit = units[mark] as number;
      if (isSpace(unit)) i = this.gap(from, to, mark);
      else {
        this.put(this.mark(unit, mark), mark);
        i = mark + 1;
      }
    }
    this.copy(i, to);
  }

  finish(): Normalized {
    this.closeRun();
    const isChanged = this.isChanged || this.length !== this.n;
    return { length: this.length, map: this.length === this.n ? [] : this.builder.build(this.n), isChanged };
  }

  private put(unit: number, index: number): void {
    this.follow(index);
    if (unit !== this.units[index]) {
      this.isChanged = true;
      this.touched.push(this.length);
    }
    this.out[this.length++] = unit;
  }

  private copy(from: number, to: number): void {
    if (from >= to) return;
    this.follow(from);
    // What has not moved is there already; nothing ever moves to the right, over what is still to be copied.
    if (this.shift !== 0) this.out.copyWithin(this.length, from, to);
    this.length = to - this.shift;
  }

  /** Begins a new run of the map where what comes next has not followed directly in the input. */
  private follow(index: number): void {
    if (index - this.length === this.shift) return;
    this.closeRun();
    this.shift = index - this.length;
    this.runStart = this.length;
  }

  private closeRun(): void {
    const length = this.length - this.runStart;
    this.builder.add(this.runStart, length, this.runStart + this.shift, length);
  }

  /** Deals with the run of white space at `index`; returns where it ends. */
  private gap(from: number, to: number, index: number): number {
    let end = index;
    while (end < to && isSpace(this.units[end] as number)) end++;
    const gap = classifyGap(this.units, from, to, index, end);
    if (gap === 'space') this.put(0x20, index);
    else if (gap === 'newline') this.put(NEWLINE, index);
    else this.touched.push(this.length);
    return end;
  }

  private mark(unit: number, index: number): number {
    if (unit !== QUOTE) return formOf(this.units, this.n, index, this.brackets);
    if (!this.pairsQuotes) return unit;
    this.opensQuote = !this.opensQuote;
    return this.opensQuote ? 0x201d : 0x201c;
  }

  /** Straight quotation marks are paired off in a line that has Chinese in it and an even number of them. */
  private preparePairs(from: number, to: number, first: number, last: number): void {
    this.opensQuote = true;
    this.pairsQuotes = false;
    let count = 0;
    for (let m = first; m < last; m++) if (this.units[this.marks[m] as number] === QUOTE) count++;
    if (count === 0 || count % 2 !== 0) return;
    for (let i = from; i < to && !this.pairsQuotes; i++) this.pairsQuotes = isHan(this.units[i] as number);
  }
}
