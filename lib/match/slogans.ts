import { isDigit } from '@/lib/marks';
import type { Match, Span, Text } from '@/lib/types';
import { isBodyName } from './body-names';
import type { Candidate } from './candidate';
import { isHan, isOpenQuote, sentenceAround, UnitSet } from './characters';
import { ABOUT, type CompiledLexicon } from './compile-lexicon';
import type { LexiconEntry } from './lexicon';
import { findPhrases, type Hits, newHits } from './phrases';
import { findRepeats } from './repeats';
import { isQuoted, settle } from './settle';
import { SettledQuotes } from './settled-quotes';
import { findUnlisted } from './unlisted';

export interface MatchOptions {
  /** Where the title stands; a later paragraph that repeats it is not counted again. */
  readonly titleSpan?: Span;
}

/** Scratch space, written anew by every call: matching is synchronous, so that no two calls meet in it. */
const hits: Hits = newHits();

/**
 * Finds all slogans of a text: those of the lexicon and those that rules recognise. The longest wins, matches are
 * disjoint, in order, and within one paragraph; quotation marks are not part of them.
 */
export function findMatches(
  text: Text,
  paragraphs: readonly Span[],
  lexicon: CompiledLexicon,
  options: MatchOptions = {},
): Match[] {
  const candidates: Candidate[] = [];
  findPhrases(lexicon.phrases, text, hits);
  const settled = new SettledQuotes();
  for (let h = 0; h < hits.count; h++) {
    const start = hits.data[3 * h] as number;
    const end = hits.data[3 * h + 1] as number;
    const phrase = hits.data[3 * h + 2] as number;
    const about = lexicon.about[phrase] as number;
    if ((about & ABOUT.settled) !== 0 && start > 0 && isOpenQuote(text.units[start - 1] as number))
      settled.add(start, end);
    const found = readHit(text, lexicon, start, end, phrase);
    if (found !== null) candidates.push(found);
  }
  findUnlisted(text, settled, candidates);
  findRepeats(text.string, candidates);
  const matches = toMatches(settle(candidates, text.string), text.string, paragraphs);
  return options.titleSpan === undefined
    ? matches
    : dropRepeatedTitle(text.string, matches, options.titleSpan);
}

function readHit(
  text: Text,
  lexicon: CompiledLexicon,
  start: number,
  end: number,
  phrase: number,
): Candidate | null {
  const about = lexicon.about[phrase] as number;
  if (!standsAlone(text.units, start, end, about, text.string.length)) return null;
  const plain = lexicon.plain[phrase] ?? null;
  const entry = plain ?? chooseSense(text.string, start, end, lexicon.senses[phrase] ?? []);
  if (entry === null) return null;
  const blocks = plain === null ? entry.kind === 'trap' : (about & ABOUT.trap) !== 0;
  const trap = blocks || isBodyName(text.string, text.units, end);
  return { start, end, entry, found: null, trap };
}

const BEFORE_NUMBER = new UnitSet('第一二三四五六七八九十百千双两');

/** A number is not read out of the middle of a larger one (十四个坚持, 2.1+1), nor letters out of a word. */
function standsAlone(units: Uint16Array, start: number, end: number, about: number, length: number): boolean {
  const before = start > 0 ? (units[start - 1] as number) : 0;
  if ((about & ABOUT.chineseNumber) !== 0 && BEFORE_NUMBER.has(before)) return false;
  if ((about & ABOUT.arabicNumber) !== 0 && (isDigit(before) || before === 0x2e || before === 0x2b))
    return false;
  const last = units[end - 1] as number;
  const after = end < length ? (units[end] as number) : 0;
  return !(
    isDigit(last) &&
    (isDigit(after) || after === 0x2b || (after === 0x2e && isDigit(units[end + 1] ?? 0)))
  );
}

function chooseSense(
  text: string,
  start: number,
  end: number,
  senses: readonly LexiconEntry[],
): LexiconEntry | null {
  let sentence: string | null = null;
  for (const entry of senses) {
    if (entry.when.length === 0 && entry.unless.length === 0) return entry;
    sentence ??= sentenceAround(text, start, end);
    const around = sentence;
    if (entry.when.length > 0 && !entry.when.some((word) => around.includes(word))) continue;
    if (!entry.unless.some((word) => around.includes(word))) return entry;
  }
  return null;
}

/** Traps are left out, and what reaches over the end of a paragraph. */
function toMatches(chosen: readonly Candidate[], text: string, paragraphs: readonly Span[]): Match[] {
  const matches: Match[] = [];
  let p = 0;
  for (const c of chosen) {
    if (c.trap) continue;
    while (p < paragraphs.length && (paragraphs[p] as Span).end <= c.start) p++;
    const paragraph = paragraphs[p];
    if (paragraph === undefined) break;
    if (c.start < paragraph.start || c.end > paragraph.end) continue;
    const { start, end, entry, found } = c;
    const slogan = entry?.canonical ?? found?.slogan ?? '';
    const kind = entry === null || entry.kind === 'trap' ? (found?.kind ?? 'set') : entry.kind;
    matches.push({ start, end, slogan, kind, listed: entry !== null, quoted: isQuoted(text, c) });
  }
  return matches;
}

/** Shorter titles are too likely to occur as ordinary words. */
const SHORTEST_TITLE = 8;

function dropRepeatedTitle(text: string, matches: Match[], title: Span): Match[] {
  if (title.end - title.start < SHORTEST_TITLE) return matches;
  const after = matches.find((match) => match.start >= title.end);
  if (after === undefined) return matches;
  const wording = text.slice(title.start, title.end);
  const repeats: Span[] = [];
  // Only what holds a match matters.
  const from = Math.max(title.end, after.end - wording.length);
  for (let at = text.indexOf(wording, from); at >= 0; at = text.indexOf(wording, at + wording.length)) {
    const opens = at === 0 || !isHan(text.charCodeAt(at - 1));
    const end = at + wording.length;
    if (opens && (end === text.length || !isHan(text.charCodeAt(end)))) repeats.push({ start: at, end });
  }
  if (repeats.length === 0) return matches;
  let r = 0;
  return matches.filter((match) => {
    while (r < repeats.length && (repeats[r] as Span).end <= match.start) r++;
    const repeat = repeats[r];
    return repeat === undefined || match.start < repeat.start || match.end > repeat.end;
  });
}
