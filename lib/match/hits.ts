import { addressOf, roomFor } from '@/lib/kernel/room';
import { settle } from '@/lib/kernel/settle';
import type { Span, Text } from '@/lib/types';
import { isBodyName } from './body-names';
import type { Candidate } from './candidate';
import { sentenceAround } from './characters';
import type { CompiledLexicon } from './compile-lexicon';
import { isSenseMarked, type LexiconEntry } from './lexicon';
import { LONGEST_PHRASE } from './phrase-limits';
import { findPhrases, type Hits, newHits } from './phrases';

/** Put to the number of a chosen hit that may be no slogan. */
export const DOUBTFUL = 1 << 30;
/** So few finds of rules are looked for at each chosen hit. */
const FEW = 8;
/** More than any phrase of the lexicon has units. */
const LONGEST = LONGEST_PHRASE + 1;

/** The phrases of the lexicon in one text: a number of −1 is none there, being a part of a larger number. */
export interface ListedHits extends Hits {
  /** The numbers of hits that are slogans, in order, where no rule finds anything. */
  chosen: Int32Array;
  /** −1 where not even that is settled. */
  chosenCount: number;
  /** The quotations that the lexicon settles (see `quotationKey`), where the kernel has no room for their list. */
  settled: Set<number> | null;
}

/** New, empty hits; hand the same object to every search. */
export function newListedHits(): ListedHits {
  return { ...newHits(), chosen: new Int32Array(0), chosenCount: 0, settled: null };
}

/** A number for the wording of a quotation. */
export function quotationKey(start: number, end: number): number {
  return start * LONGEST + (end - start);
}

/** Finds the phrases of a lexicon in a text, and as far as no word around has to be asked which of them are slogans. */
export function findListed({ phrases, settling }: CompiledLexicon, text: Text, hits: ListedHits): void {
  findPhrases(phrases, text, hits);
  const { length } = text.string;
  const { size, hits: room, chosen, quoted, chosenView, quotedView } = roomFor(length);
  hits.settled = null;
  hits.chosen = chosenView;
  hits.chosenCount = 0;
  quotedView[0] = -1;
  if (hits.count >= size) settleParts(settling, text, hits);
  else if (hits.count > 0)
    hits.chosenCount = settle(settling, addressOf(text.units), length, room, hits.count, chosen, quoted);
}

/** The same for more hits than there is room for in the kernel, a roomful at a time. */
function settleParts(settling: number, { string, units }: Text, hits: ListedHits): void {
  const { size, hits: room, hitView, chosen, quoted, quotedView } = roomFor(string.length);
  hits.chosenCount = -1;
  hits.settled = new Set();
  for (let from = 0; from < hits.count; from += size - 1) {
    const part = hits.data.subarray(3 * from, 3 * Math.min(hits.count, from + size - 1));
    hitView.set(part);
    settle(settling, addressOf(units), string.length, room, part.length / 3, chosen, quoted);
    part.set(hitView.subarray(0, part.length));
    for (let q = 0; (quotedView[q] as number) >= 0; q++) {
      const hit = 3 * (quotedView[q] as number);
      hits.settled.add(quotationKey(hitView[hit] as number, hitView[hit + 1] as number));
    }
  }
  quotedView[0] = -1;
}

/** The hits as candidates, where a rule found something all of them: what they overlap is to be settled with that. */
export function toCandidates(
  text: string,
  lexicon: CompiledLexicon,
  { data, count, chosen, chosenCount }: ListedHits,
  unlisted: readonly Span[],
): Candidate[] {
  const candidates: Candidate[] = [];
  const isClear = chosenCount >= 0 && unlisted.length <= FEW;
  for (let c = 0; isClear && c < chosenCount; c++) {
    const number = chosen[c] as number;
    const hit = 3 * (number & ~DOUBTFUL);
    const span = { start: data[hit] as number, end: data[hit + 1] as number };
    if (unlisted.some(({ start, end }) => start < span.end && end > span.start))
      addWithin(text, lexicon, data, count, span, candidates);
    else {
      const found = readHit(text, lexicon, data, number);
      if (found !== null) candidates.push(found);
    }
  }
  if (!isClear) addWithin(text, lexicon, data, count, { start: 0, end: text.length }, candidates);
  return candidates;
}

/** Adds all hits that lie in a part of the text. */
function addWithin(
  text: string,
  lexicon: CompiledLexicon,
  data: Int32Array,
  count: number,
  { start, end }: Span,
  candidates: Candidate[],
): void {
  for (let h = 0; h < count; h++) {
    if ((data[3 * h] as number) < start || (data[3 * h + 1] as number) > end) continue;
    const found = readHit(text, lexicon, data, h | DOUBTFUL);
    if (found !== null) candidates.push(found);
  }
}

/** The hit of a number as a candidate; null where it stands for nothing. */
export function readHit(
  text: string,
  lexicon: CompiledLexicon,
  data: Int32Array,
  number: number,
): Candidate | null {
  const hit = 3 * (number & ~DOUBTFUL);
  const start = data[hit] as number;
  const end = data[hit + 1] as number;
  const phrase = data[hit + 2] as number;
  if (phrase < 0) return null;
  const entry = lexicon.plain[phrase] ?? chooseSense(text, start, end, lexicon.senses[phrase] ?? []);
  if (entry === null) return null;
  const trap = (number & DOUBTFUL) !== 0 && (entry.kind === 'trap' || isBodyName(text, end));
  return { start, end, entry, found: null, trap };
}

function chooseSense(
  text: string,
  start: number,
  end: number,
  senses: readonly LexiconEntry[],
): LexiconEntry | null {
  let sentence: string | null = null;
  for (const entry of senses) {
    if (!isSenseMarked(entry)) return entry;
    sentence ??= sentenceAround(text, start, end);
    const around = sentence;
    if (entry.when.length > 0 && !entry.when.some((word) => around.includes(word))) continue;
    if (!entry.unless.some((word) => around.includes(word))) return entry;
  }
  return null;
}
