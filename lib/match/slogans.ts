import type { Match, SloganKind, Span, Text } from '@/lib/types';
import type { Candidate } from './candidate';
import { isHan } from './characters';
import { type CompiledLexicon, KINDS } from './compile-lexicon';
import { DOUBTFUL, findListed, newListedHits, readHit, toCandidates } from './hits';
import { findRepeats } from './repeats';
import { isQuoted, settle } from './settle';
import { findUnlisted } from './unlisted';

export interface MatchOptions {
  /** Where the title stands; a later paragraph that repeats it is not counted again. */
  readonly titleSpan?: Span;
}

/** Scratch space, written anew by every call: matching is synchronous, so that no two calls meet in it. */
const hits = newListedHits();

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
  const { string } = text;
  findListed(lexicon, text, hits);
  const unlisted: Candidate[] = [];
  findUnlisted(text, hits.settled, unlisted);
  const matches =
    unlisted.length === 0 && hits.chosenCount >= 0
      ? toListedMatches(string, lexicon, paragraphs)
      : toMatches(settleAll(string, lexicon, unlisted), string, paragraphs);
  return options.titleSpan === undefined ? matches : dropRepeatedTitle(string, matches, options.titleSpan);
}

/** Settles what the lexicon lists with what rules found. */
function settleAll(text: string, lexicon: CompiledLexicon, unlisted: Candidate[]): Candidate[] {
  findRepeats(text, unlisted);
  return settle(toCandidates(text, lexicon, hits, unlisted).concat(unlisted), text);
}

/** The chosen hits, where rules found nothing, as in most texts: no candidates are made of those that need no words. */
function toListedMatches(text: string, lexicon: CompiledLexicon, paragraphs: readonly Span[]): Match[] {
  const { data, chosen, chosenCount } = hits;
  const matches: Match[] = [];
  let p = 0;
  for (let c = 0; c < chosenCount; c++) {
    const number = chosen[c] as number;
    const hit = 3 * (number & ~DOUBTFUL);
    const start = data[hit] as number;
    const end = data[hit + 1] as number;
    while (p < paragraphs.length && (paragraphs[p] as Span).end <= start) p++;
    const paragraph = paragraphs[p];
    if (paragraph === undefined) break;
    if (start < paragraph.start || end > paragraph.end) continue;
    if ((number & DOUBTFUL) !== 0) {
      const found = readHit(text, lexicon, data, number);
      if (found !== null) matches.push(...toMatches([found], text, [paragraph]));
      continue;
    }
    const phrase = data[hit + 2] as number;
    const slogan = lexicon.slogans[phrase] as string;
    const kind = KINDS[lexicon.kinds[phrase] as number] as SloganKind;
    matches.push({ start, end, slogan, kind, listed: true, quoted: isQuoted(text, start, end) });
  }
  return matches;
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
    matches.push({ start, end, slogan, kind, listed: entry !== null, quoted: isQuoted(text, start, end) });
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
