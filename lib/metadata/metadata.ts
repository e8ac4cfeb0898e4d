import type { DateFinding, Note, PlaceFinding, Precision, Report, Span, Text } from '@/lib/types';
import { findDate } from './date.ts';
import type { Events } from './events.ts';
import { type Gazetteer, placeByName } from './gazetteer.ts';
import { findGenre } from './genre.ts';
import { readHead } from './head.ts';
import { findIssuer } from './issuer.ts';
import { findPlace } from './place.ts';

/** What came with the document; all of it may be missing. */
export interface GivenMetadata {
  readonly date: string | null;
  readonly place: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
}

export interface MetadataResult {
  readonly reports: Report[];
  readonly notes: Note[];
}

/**
 * Date, place, issuer and genre of every report. Metadata given wins over metadata inferred; where the two
 * disagree a note says so (`date-disagrees`, `place-disagrees`). The first report carries the document's.
 */
export function findMetadata(
  text: Text,
  _paragraphs: readonly Span[],
  reports: readonly Span[],
  given: GivenMetadata,
  gazetteer: Gazetteer,
  events: Events,
): MetadataResult {
  const notes: Note[] = [];
  const date = readGivenDate(given.date, notes);
  const place = readGivenPlace(given.place, gazetteer, notes);
  const spans = reports.length > 0 ? reports : [{ start: 0, end: text.string.length }];
  const published = toDay(given.published);
  // A day that is given settles the year of a day in the text, but 昨日 is not measured from it.
  const anchor = published ?? (date?.precision === 'day' ? date.value : null);
  const found: Report[] = [];
  for (const [number, span] of spans.entries()) {
    const near = found[0]?.date?.value ?? null;
    const day = findDate(text, span, {
      published: anchor,
      events,
      near,
      statedOnly: number === 0 && date !== null,
    });
    const ownDate = number === 0 ? settleDate(date, day.finding, notes) : (day.finding ?? date);
    if (ownDate === null || ownDate === day.finding) notes.push(...day.notes);
    const head = readHead(text, span, gazetteer);
    const where = findPlace(text, span, gazetteer, { date: ownDate?.value ?? anchor, head });
    const ownPlace =
      number === 0 ? settlePlace(place, where.finding, gazetteer, notes) : (where.finding ?? place);
    const kept = ownPlace ?? found[0]?.place ?? null;
    if (kept === null) notes.push(...where.notes);
    found.push({
      start: span.start,
      end: span.end,
      date: ownDate,
      place: kept,
      issuer: findIssuer(text, span, head),
      genre: findGenre(head),
    });
  }
  return { reports: found, notes };
}

function toDay(written: string | null): string | null {
  if (written === null) return null;
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written.trim().replace(/[/.年月]/g, '-'));
  if (match === null) return null;
  return `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

function readGivenDate(written: string | null, notes: Note[]): DateFinding | null {
  if (written === null || written.trim() === '') return null;
  const value = toDay(written) ?? /^\d{4}(?:-\d\d)?/.exec(written.trim())?.[0];
  if (value === undefined) {
    notes.push({ stage: 'date', code: 'given-date-unreadable', detail: written });
    return null;
  }
  const precision: Precision = value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  return { value, precision, confidence: 1, evidence: [{ start: 0, end: 0, rule: 'given' }] };
}

function readGivenPlace(written: string | null, gazetteer: Gazetteer, notes: Note[]): PlaceFinding | null {
  if (written === null || written.trim() === '') return null;
  const division = placeByName(gazetteer, written);
  if (division === null) {
    notes.push({ stage: 'place', code: 'given-place-unknown', detail: written });
    return null;
  }
  const evidence = [{ start: 0, end: 0, rule: 'given' }];
  return { code: division.code, path: gazetteer.pathOf(division.code), confidence: 1, evidence };
}

/** The coarser of the two has to be the beginning of the finer one, otherwise they disagree. */
function settleDate(given: DateFinding | null, found: DateFinding | null, notes: Note[]): DateFinding | null {
  if (given === null) return found;
  if (found !== null && !given.value.startsWith(found.value) && !found.value.startsWith(given.value)) {
    notes.push({
      stage: 'date',
      code: 'date-disagrees',
      start: found.evidence[0]?.start ?? 0,
      detail: found.value,
    });
  }
  return given;
}

/** A place inside the other one does not contradict it. */
function settlePlace(
  given: PlaceFinding | null,
  found: PlaceFinding | null,
  gazetteer: Gazetteer,
  notes: Note[],
): PlaceFinding | null {
  if (given === null) return found;
  if (found !== null && found.code !== given.code) {
    const related =
      gazetteer.ancestors(found.code).includes(given.code) ||
      gazetteer.ancestors(given.code).includes(found.code);
    if (!related) {
      notes.push({
        stage: 'place',
        code: 'place-disagrees',
        start: found.evidence[0]?.start ?? 0,
        detail: found.code,
      });
    }
  }
  return given;
}
