import { UnitSet } from './match/characters';
import { findLists } from './match/directives/find-lists';
import { findFrames, frameAt } from './match/frames';
import { findMembers } from './match/members';
import { findMatches } from './match/slogans';
import { findMetadata } from './metadata/metadata';
import type { Resources } from './resources';
import { toOriginal } from './text/offsets';
import { splitReports } from './text/reports';
import { restore } from './text/restore';
import { TITLE_REACH, wholeText } from './text/whole-text';
import type { Extraction, Input, Match, Mention, Note, OffsetMap, Report, Span, Text } from './types';

/** Where the title stands: the paragraph that is the given title, else the first one. */
function titleSpan(text: string, paragraphs: readonly Span[], title: string | null): Span {
  const first = paragraphs[0] ?? { start: 0, end: 0 };
  if (!title) return first;
  const squeezed = title.replace(/\s/g, '');
  for (const p of paragraphs) {
    if (p.start > TITLE_REACH) break;
    if (text.slice(p.start, p.end).replace(/\s/g, '') === squeezed) return p;
  }
  return first;
}

const LONGEST_TITLE = 80;
const ENDS_TITLE = new UnitSet('。！？\n');

function titleOf(input: Input, { string, units }: Text, paragraphs: readonly Span[]): string {
  const given = input.title === null ? '' : input.title.trim();
  if (given !== '') return given;
  const first = paragraphs[0];
  if (first === undefined) return '';
  const { start } = first;
  const last = Math.min(first.end, start + LONGEST_TITLE + 1);
  let end = start;
  while (end < last && !ENDS_TITLE.has(units[end] as number)) end++;
  return end - start <= LONGEST_TITLE
    ? string.slice(start, end)
    : `${string.slice(start, start + LONGEST_TITLE)}…`;
}

const NO_NOTES: readonly Note[] = [];

/** The notes of all stages, in the order of these. Nearly always there are none, and joining four empty lists costs as much as a stage. */
function joinNotes(
  first: readonly Note[],
  second: readonly Note[],
  third: readonly Note[],
  fourth: readonly Note[],
): readonly Note[] {
  const count = first.length + second.length + third.length + fourth.length;
  return count === 0 ? NO_NOTES : [...first, ...second, ...third, ...fourth];
}

/** Index of the last span that starts at or before a position; 0 where none does. Spans are in order. */
function indexAt(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

interface Surroundings {
  readonly original: string;
  readonly map: OffsetMap;
  readonly paragraphs: readonly Span[];
  readonly reports: readonly Report[];
  readonly frames: ReturnType<typeof findFrames>;
}

/** Every field by its name: spreading an object into a larger one is a hundred times slower, and there are many. */
function toMention(match: Match, { original, map, paragraphs, reports, frames }: Surroundings): Mention {
  const { start, end } = match;
  const from = toOriginal(map, start, end);
  const frame = frameAt(frames, start);
  return {
    start,
    end,
    slogan: match.slogan,
    kind: match.kind,
    listed: match.listed,
    quoted: match.quoted,
    surface: original.slice(from.start, from.end),
    originalStart: from.start,
    originalEnd: from.end,
    report: indexAt(reports, start),
    paragraph: indexAt(paragraphs, start),
    frame: frame?.frame ?? null,
    speaker: frame?.speaker ?? null,
  };
}

/**
 * The pipeline, from a document to everything that Tifa concludes about it. A pure function; this file alone
 * knows the order of the stages. Never throws on bad input: what went wrong is in `notes`.
 */
export function extract(input: Input, resources: Resources): Extraction {
  const original = wholeText(input);
  const { text, map, paragraphs, repairs, notes } = restore(original, resources.tables);
  const spans = splitReports(text, paragraphs);
  const { gazetteer, events } = resources;
  const metadata = findMetadata(text, paragraphs, spans, input, gazetteer, events, repairs);
  const matches = findMatches(text, paragraphs, resources.lexicon, {
    titleSpan: titleSpan(text.string, paragraphs, input.title),
  });
  const members = findMembers(text, matches);
  const { lists, notes: listNotes } = findLists(text, paragraphs, metadata.reports);
  const frames = findFrames(text, paragraphs, matches);
  const around: Surroundings = { original, map, paragraphs, reports: metadata.reports, frames };
  const mentions = matches.map((match) => toMention(match, around));
  const first = metadata.reports[0];
  return {
    id: input.id,
    source: input.source,
    url: input.url,
    title: titleOf(input, text, paragraphs),
    encoding: input.encoding,
    original,
    text: text.string,
    map,
    paragraphs,
    repairs,
    date: first?.date ?? null,
    place: first?.place ?? null,
    issuer: first?.issuer ?? null,
    genre: first?.genre ?? null,
    reports: metadata.reports,
    mentions,
    members,
    lists,
    notes: joinNotes(input.notes, notes, metadata.notes, listNotes),
  };
}
