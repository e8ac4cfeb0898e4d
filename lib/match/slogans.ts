import type { Match, Span, Text } from '@/lib/types';
import { type Hits, newHits, scan } from './automaton';
import { isBodyName } from './body-names';
import type { Candidate } from './candidate';
import { isDigit, isHan, sentenceAround } from './characters';
import type { CompiledLexicon } from './compile-lexicon';
import type { LexiconEntry } from './lexicon';
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
  scan(lexicon.automaton, text.units, text.string.length, hits);
  for (let h = 0; h < hits.count; h++) {
    const found = readHit(text, lexicon, hits.data[2 * h] as number, hits.data[2 * h + 1] as number);
    if (found !== null) candidates.push(found);
  }
  findUnlisted(text, lexicon, candidates);
  const matches = toMatches(settle(candidates, text.string), text.string, paragraphs);
  return options.titleSpan === undefined
    ? matches
    : dropRepeatedTitle(text.string, matches, options.titleSpan);
}

function readHit(text: Text, lexicon: CompiledLexicon, end: number, phrase: number): Candidate | null {
  const start = end - (lexicon.automaton.lengths[phrase] as number);
  if (!standsAlone(text.units, start, end, lexicon.opening[phrase] as number, text.string.length))
    return null;
  const entry = chooseSense(text.string, start, end, lexicon.senses[phrase] ?? []);
  if (entry === null) return null;
  const trap = entry.kind === 'trap' || isBodyName(text.string, text.units, end);
  return {
    start,
    end,
    slogan: trap ? null : entry.canonical,
    kind: entry.kind === 'trap' ? 'set' : entry.kind,
    listed: true,
  };
}

const BEFORE_NUMBER = new Set([...'第一二三四五六七八九十百千双两'].map((c) => c.charCodeAt(0)));

/** A number is not read out of the middle of a larger one (十四个坚持, 2.1+1), nor letters out of a word. */
function standsAlone(
  units: Uint16Array,
  start: number,
  end: number,
  opening: number,
  length: number,
): boolean {
  const before = start > 0 ? (units[start - 1] as number) : 0;
  if (opening === 1 && BEFORE_NUMBER.has(before)) return false;
  if (opening === 2 && (isDigit(before) || before === 0x2e || before === 0x2b)) return false;
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

/** The longest of overlapping candidates wins; of equal ones the listed, and of those the first. */
function settle(candidates: Candidate[], text: string): Candidate[] {
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const chosen: Candidate[] = [];
  for (let from = 0; from < candidates.length; ) {
    let to = from + 1;
    let reach = (candidates[from] as Candidate).end;
    while (to < candidates.length && (candidates[to] as Candidate).start < reach) {
      reach = Math.max(reach, (candidates[to] as Candidate).end);
      to++;
    }
    if (to === from + 1) chosen.push(candidates[from] as Candidate);
    else chosen.push(...settleCluster(candidates.slice(from, to), text));
    from = to;
  }
  return chosen;
}

function settleCluster(cluster: readonly Candidate[], text: string): Candidate[] {
  const from = (cluster[0] as Candidate).start;
  const inOrder = cluster
    .filter((c, at) => c.listed || !swallowsListed(cluster, at, text))
    .sort(
      (a, b) =>
        b.end - b.start - (a.end - a.start) ||
        Number(b.listed) - Number(a.listed) ||
        trapFirst(a, b) ||
        a.start - b.start,
    );
  const taken: Candidate[] = [];
  const occupied = new Set<number>();
  for (const c of inOrder) {
    // Whatever is taken is at least as long, so that it covers an end of a candidate that it overlaps.
    if (occupied.has(c.start - from) || occupied.has(c.end - 1 - from)) continue;
    for (let i = c.start; i < c.end; i++) occupied.add(i - from);
    taken.push(c);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function trapFirst(a: Candidate, b: Candidate): number {
  return Number(b.slogan === null) - Number(a.slogan === null);
}

/** What a rule found without quotation marks must not take a listed slogan away (推动高质量发展、跨越式发展). */
function swallowsListed(cluster: readonly Candidate[], at: number, text: string): boolean {
  const candidate = cluster[at] as Candidate;
  if (isQuoted(text, candidate) && candidate.kind !== 'quoted') return false;
  let first = at;
  while (first > 0 && (cluster[first - 1] as Candidate).start === candidate.start) first--;
  for (let i = first; i < cluster.length; i++) {
    const c = cluster[i] as Candidate;
    if (c.start >= candidate.end) return false;
    if (c.listed && c.end <= candidate.end) return true;
  }
  return false;
}

function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== 0x201c && before !== 0x2018) return false;
  const after = text.charCodeAt(end);
  return after === 0x201d || after === 0x2019;
}

/** Traps are left out, and what reaches over the end of a paragraph. */
function toMatches(chosen: readonly Candidate[], text: string, paragraphs: readonly Span[]): Match[] {
  const matches: Match[] = [];
  let p = 0;
  for (const c of chosen) {
    if (c.slogan === null) continue;
    while (p < paragraphs.length && (paragraphs[p] as Span).end <= c.start) p++;
    const paragraph = paragraphs[p];
    if (paragraph === undefined) break;
    if (c.start < paragraph.start || c.end > paragraph.end) continue;
    const { start, end, slogan, kind, listed } = c;
    matches.push({ start, end, slogan, kind, listed, quoted: isQuoted(text, c) });
  }
  return matches;
}

/** Shorter titles are too likely to occur as ordinary words. */
const SHORTEST_TITLE = 8;

function dropRepeatedTitle(text: string, matches: readonly Match[], title: Span): Match[] {
  const wording = text.slice(title.start, title.end);
  if (wording.length < SHORTEST_TITLE) return [...matches];
  const repeats: Span[] = [];
  for (let at = text.indexOf(wording, title.end); at >= 0; at = text.indexOf(wording, at + wording.length)) {
    const opens = at === 0 || !isHan(text.charCodeAt(at - 1));
    const after = at + wording.length;
    if (opens && (after === text.length || !isHan(text.charCodeAt(after))))
      repeats.push({ start: at, end: after });
  }
  let r = 0;
  return matches.filter((match) => {
    while (r < repeats.length && (repeats[r] as Span).end <= match.start) r++;
    const repeat = repeats[r];
    return repeat === undefined || match.start < repeat.start || match.end > repeat.end;
  });
}
