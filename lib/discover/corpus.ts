import type { Alphabet } from './alphabet';
import { FUNCTION_WORDS, isPolicyText, isWholeWord, verbEdges } from './register';

/** A document of the corpus that is searched: its normalised text, and when and where it is from. */
export interface CorpusDocument {
  readonly text: string;
  /** ISO day, month or year; null where undated. */
  readonly day: string | null;
  readonly place: string;
  /** What an example sentence of it refers to. */
  readonly id?: string;
}

/** All texts in one array, 0 between documents. */
export interface Corpus {
  /** Symbols of the alphabet, 0 wherever a phrase breaks. */
  readonly symbols: Uint16Array;
  /** The characters themselves, for examples. */
  readonly units: Uint16Array;
  readonly length: number;
  /** Bits of the boundary before a position: see OPENS, CLOSES, SOFT. */
  readonly marks: Uint8Array;
  /** First position of each document. */
  readonly starts: Int32Array;
  /** Day of each document as the number 20210210, with zeros for an unknown day or month; 0 where undated. */
  readonly dates: Int32Array;
  readonly placeNames: readonly string[];
  readonly documentIds: readonly (string | null)[];
  /** One bit for the year and place of each document, 32 kinds each. */
  readonly years: Int32Array;
  readonly places: Int32Array;
  /** 1 for each document in the register of policy. */
  readonly policy: Uint8Array;
  readonly documents: number;
}

/** An opening quotation mark stands before it. */
export const OPENS = 1;
/** A closing quotation mark stands at it. */
export const CLOSES = 2;
/** Phrases end here more often than not: beside a break, a comma, a function word, a governing verb. */
export const SOFT = 4;

const OPEN = '“'.charCodeAt(0);
const CLOSE = '”'.charCodeAt(0);
const FIRST_YEAR = 1995;
const FIRST_ROOM = 1 << 16;

function placeBit(place: string): number {
  let h = 0;
  for (let i = 0; i < place.length; i++) h = (Math.imul(h, 31) + place.charCodeAt(i)) | 0;
  return 1 << ((h ^ (h >>> 15)) & 31);
}

/** Symbols beside which a phrase begins or ends: breaks, commas, function words. */
function softSymbols(alphabet: Alphabet): Uint8Array {
  const soft = new Uint8Array(alphabet.size);
  soft[0] = 1;
  soft[alphabet.comma] = 1;
  for (const word of FUNCTION_WORDS) soft[alphabet.symbolOf[word.charCodeAt(0)] as number] = 1;
  return soft;
}

/** Gathers documents up to a number of characters; the rest is left out, and `full` says so. */
export class CorpusBuilder {
  private symbols = new Uint16Array(FIRST_ROOM);
  private units = new Uint16Array(FIRST_ROOM);
  private marks = new Uint8Array(FIRST_ROOM);
  private readonly soft: Uint8Array;
  private readonly starts: number[] = [];
  private readonly dates: number[] = [];
  private readonly placeNames: string[] = [];
  private readonly documentIds: (string | null)[] = [];
  private readonly years: number[] = [];
  private readonly places: number[] = [];
  private readonly policy: number[] = [];
  private length = 1;
  full = false;

  /** @param capacity most characters, breaks between documents included */
  constructor(
    private readonly alphabet: Alphabet,
    private readonly capacity: number,
  ) {
    this.soft = softSymbols(alphabet);
  }

  /** Characters taken in so far. */
  get characters(): number {
    return this.length;
  }

  /** False where it does not fit any more. */
  add({ text, day, place, id }: CorpusDocument): boolean {
    if (this.length + text.length + 1 > this.capacity) {
      this.full = true;
      return false;
    }
    this.reserve(this.length + text.length + 3);
    this.starts.push(this.length);
    this.placeNames.push(place);
    this.documentIds.push(id ?? null);
    this.dates.push(day === null ? 0 : Number(day.replaceAll('-', '').padEnd(8, '0')));
    this.years.push(day === null ? 0 : 1 << ((Number(day.slice(0, 4)) - FIRST_YEAR) & 31));
    this.places.push(placeBit(place));
    const { edges, verbs } = verbEdges(text);
    for (const at of edges) this.mark(this.length + at, SOFT);
    this.policy.push(isPolicyText(text, verbs) ? 1 : 0);
    this.append(text);
    return true;
  }

  private reserve(room: number): void {
    if (room <= this.symbols.length) return;
    const size = Math.max(room, Math.min(this.symbols.length * 2, this.capacity + 3));
    const moved = <T extends Uint16Array | Uint8Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.symbols = moved(new Uint16Array(size), this.symbols);
    this.units = moved(new Uint16Array(size), this.units);
    this.marks = moved(new Uint8Array(size), this.marks);
  }

  private append(text: string): void {
    const { symbolOf } = this.alphabet;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const at = this.length++;
      const symbol = symbolOf[unit] as number;
      this.symbols[at] = symbol;
      this.units[at] = unit;
      if (unit === OPEN) this.mark(at + 1, OPENS);
      else if (unit === CLOSE) this.mark(at, CLOSES);
      if (this.soft[symbol] === 0) continue;
      // A function word that is part of a word ends nothing: 和 in 和平.
      if (symbol !== 0 && isWholeWord(unit, text.charCodeAt(i + 1))) continue;
      if (symbol !== 0 && i > 0 && isWholeWord(text.charCodeAt(i - 1), unit)) continue;
      this.mark(at, SOFT);
      this.mark(at + 1, SOFT);
    }
    this.mark(this.length, SOFT);
    this.length++; // a break between documents
    this.mark(this.length, SOFT);
  }

  private mark(position: number, bit: number): void {
    this.marks[position] = (this.marks[position] as number) | bit;
  }

  build(): Corpus {
    return {
      symbols: this.symbols,
      units: this.units,
      length: this.length,
      marks: this.marks,
      starts: Int32Array.from(this.starts),
      dates: Int32Array.from(this.dates),
      placeNames: this.placeNames,
      documentIds: this.documentIds,
      years: Int32Array.from(this.years),
      places: Int32Array.from(this.places),
      policy: Uint8Array.from(this.policy),
      documents: this.starts.length,
    };
  }
}
