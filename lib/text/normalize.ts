/** The last pass: width of characters, quotation marks, spaces and lines, from one buffer of units into another. */
import type { OffsetMap } from '@/lib/types';
import { CLASS, isHan } from './classes';
import { OffsetMapBuilder } from './offsets';
import { BracketPairs, FULL_COLON, FULL_COMMA, isNumberMark, narrowMark, widenMark } from './punctuation';
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
const ATTENTION = CLASS.layout | CLASS.width;

/**
 * Writes the normalised form of `units[0, n)` to `out`, which must hold `n` units. Lines are trimmed, empty
 * ones dropped; the result never grows.
 */
export function normalize(units: Uint16Array, n: number, out: Uint16Array, classes: Uint8Array): Normalized {
  const writer = new LineWriter(units, n, out, classes);
  let start = 0;
  while (start <= n) {
    let end = units.indexOf(NEWLINE, start);
    if (end < 0 || end > n) end = n;
    writer.line(start, end);
    start = end + 1;
  }
  return writer.finish();
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
  private readonly hasQuotes: boolean;

  constructor(
    private readonly units: Uint16Array,
    private readonly n: number,
    private readonly out: Uint16Array,
    private readonly classes: Uint8Array,
  ) {
    this.hasQuotes = units.subarray(0, n).includes(QUOTE);
  }

  /** Writes the line `[start, end)`, trimmed, after a line end where something stands before it. */
  line(start: number, end: number): void {
    const { units } = this;
    let from = start;
    let to = end;
    while (from < to && isSpace(units[from] ?? 0)) from++;
    while (to > from && isSpace(units[to - 1] ?? 0)) to--;
    if (from === to) return;
    if (this.length > 0) this.put(NEWLINE, start - 1);
    this.preparePairs(from, to);
    let i = from;
    while (i < to) {
      const end = this.plainUntil(i, to);
      if (end > i) {
        this.copy(i, end);
        i = end;
        continue;
      }
      const unit = units[i] ?? 0;
      if ((this.classes[unit] ?? 0) & CLASS.layout) i = this.gap(from, to, i);
      else {
        this.put(this.mark(unit, i), i);
        i++;
      }
    }
  }

  /** Where the units from `index` on stop being such as stay as they are. */
  private plainUntil(index: number, to: number): number {
    const { units, classes } = this;
    let i = index;
    for (; i < to; i++) {
      const unit = units[i] ?? 0;
      if (((classes[unit] ?? 0) & ATTENTION) === 0) continue;
      if ((unit === FULL_COMMA || unit === FULL_COLON) && !isNumberMark(units, i)) continue;
      break;
    }
    return i;
  }

  private copy(from: number, to: number): void {
    const { units, out } = this;
    this.moveTo(from);
    let length = this.length;
    for (let i = from; i < to; i++) out[length++] = units[i] ?? 0;
    this.length = length;
  }

  finish(): Normalized {
    this.closeRun();
    const isChanged = this.isChanged || this.length !== this.n;
    return { length: this.length, map: this.length === this.n ? [] : this.builder.build(this.n), isChanged };
  }

  private put(unit: number, index: number): void {
    this.moveTo(index);
    if (unit !== this.units[index]) this.isChanged = true;
    this.out[this.length++] = unit;
  }

  /** Begins a new piece of the map where what follows does not follow in the input. */
  private moveTo(index: number): void {
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
    while (end < to && isSpace(this.units[end] ?? 0)) end++;
    const gap = classifyGap(this.units, from, to, index, end);
    if (gap === 'space') this.put(0x20, index);
    else if (gap === 'newline') this.put(NEWLINE, index);
    return end;
  }

  private mark(unit: number, index: number): number {
    const { units, n } = this;
    if (unit === QUOTE) {
      if (!this.pairsQuotes) return unit;
      this.opensQuote = !this.opensQuote;
      return this.opensQuote ? 0x201d : 0x201c;
    }
    if (unit === FULL_COLON || unit === FULL_COMMA) return isNumberMark(units, index) ? unit - 0xfee0 : unit;
    if (unit === 0x28 || unit === 0x29) return this.brackets.isWide(units, n, index) ? unit + 0xfee0 : unit;
    if (unit < 0x80) return widenMark(units, n, index);
    return narrowMark(units, n, index);
  }

  /** Straight quotation marks are paired off in a line that has Chinese in it and an even number of them. */
  private preparePairs(from: number, to: number): void {
    this.opensQuote = true;
    this.pairsQuotes = false;
    if (!this.hasQuotes) return;
    let count = 0;
    let hasHan = false;
    for (let i = from; i < to; i++) {
      const unit = this.units[i] ?? 0;
      if (unit === QUOTE) count++;
      else if (!hasHan && isHan(unit)) hasHan = true;
    }
    this.pairsQuotes = hasHan && count > 0 && count % 2 === 0;
  }
}
