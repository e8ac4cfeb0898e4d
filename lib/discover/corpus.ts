import type { Alphabet } from './alphabet';
import { cutsOf, isPolicyText } from './register';

/** A document of the corpus that is searched: its normalised text, and when and where it is from. */
export interface CorpusDocument {
  readonly text: string;
  /** ISO day; null where undated. */
  readonly day: string | null;
  readonly place: string;
}

const OPEN = '“'.charCodeAt(0);
const CLOSE = '”'.charCodeAt(0);
const FIRST_YEAR = 1995;

/** All texts in one array of symbols, 0 between documents and wherever a phrase breaks. */
export interface Corpus {
  readonly symbols: Uint16Array;
  readonly length: number;
  /** Bits of a position: an opening quotation mark before it, a closing one at it, a governing verb before it. */
  readonly marks: Uint8Array;
  /** First position of each document. */
  readonly starts: Int32Array;
  /** One bit for the year and place of each document, 32 kinds each. */
  readonly years: Int32Array;
  readonly places: Int32Array;
  /** 1 for each document in the register of policy. */
  readonly policy: Uint8Array;
  readonly documents: number;
}

export const OPENS = 1;
export const CLOSES = 2;
export const CUT = 4;

function placeBit(place: string): number {
  let h = 0;
  for (let i = 0; i < place.length; i++) h = (Math.imul(h, 31) + place.charCodeAt(i)) | 0;
  return 1 << ((h ^ (h >>> 15)) & 31);
}

/** Gathers documents up to a number of characters; the rest is left out, and `full` says so. */
export class CorpusBuilder {
  private readonly symbols: Uint16Array;
  private readonly marks: Uint8Array;
  private readonly starts: number[] = [];
  private readonly years: number[] = [];
  private readonly places: number[] = [];
  private readonly policy: number[] = [];
  private length = 1;
  full = false;

  constructor(
    private readonly alphabet: Alphabet,
    private readonly capacity: number,
  ) {
    this.symbols = new Uint16Array(capacity + 2);
    this.marks = new Uint8Array(capacity + 2);
  }

  add({ text, day, place }: CorpusDocument): boolean {
    if (this.length + text.length + 1 > this.capacity) {
      this.full = true;
      return false;
    }
    this.starts.push(this.length);
    this.years.push(day === null ? 0 : 1 << ((Number(day.slice(0, 4)) - FIRST_YEAR) & 31));
    this.places.push(placeBit(place));
    const cuts = cutsOf(text);
    for (const at of cuts) this.mark(this.length + at, CUT);
    this.policy.push(isPolicyText(text, cuts.length) ? 1 : 0);
    const { symbolOf } = this.alphabet;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.symbols[this.length] = symbolOf[unit] as number;
      if (unit === OPEN) this.mark(this.length + 1, OPENS);
      else if (unit === CLOSE) this.mark(this.length, CLOSES);
      this.length++;
    }
    this.length++; // a break between documents
    return true;
  }

  private mark(position: number, bit: number): void {
    this.marks[position] = (this.marks[position] as number) | bit;
  }

  build(): Corpus {
    return {
      symbols: this.symbols,
      length: this.length,
      marks: this.marks,
      starts: Int32Array.from(this.starts),
      years: Int32Array.from(this.years),
      places: Int32Array.from(this.places),
      policy: Uint8Array.from(this.policy),
      documents: this.starts.length,
    };
  }
}
