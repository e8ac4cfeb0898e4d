import type { DateFinding, Note, PlaceFinding, Precision, Repair, Report, Span, Text } from '@/lib/types';
import { isDay, isoDay } from './calendar.ts';
import { findDate } from './date.ts';
import type { Events } from './events.ts';
import { type Gazetteer, placeByName } from './gazetteer.ts';
import { findGenre } from './genre.ts';
import { readHead } from './head.ts';
import { findIssuer } from './issuer.ts';
import { findPlace } from './place.ts';
import { placeAside } from './place-aside.ts';

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
 * disagree a note says so (`date-disagrees`, `place-disagrees`). The first report carries the document's. `repairs` are
 * those of the text: what was cut off the page may name its place.
 */
export function findMetadata(
  text: Text,
  _paragraphs: readonly Span[],
  reports: readonly Span[],
  given: GivenMetadata,
  gazetteer: Gazetteer,
  events: Events,
  repairs: readonly Repair[] = [],
): MetadataResult {
  const notes: Note[] = [];
  const date = readGivenDate(given.date, notes);
  const place = readGivenPlace(given.place, gazetteer, notes);
  const spans = reports.length > 0 ? reports : [{ start: 0, end: text.string.length }];
  const published = toDay(given.published);
  // A day that is given settles the year of a day in the text, but 昨日 is not measured from it.
  const anchor = published ?? (date?.precision === 'day' ? date.value : null);
  const found: Report[] = [];
  for (let number = 0; number < spans.length; number++) {
    const span = spans[number] as Span;
    const near = found[0]?.date?.value ?? null;
    const day = findDate(text, span, {
      published: anchor,
      events,
      near,
      statedOnly: number === 0 && date !== null,
    });
    const ownDate = number === 0 ? settleDate(date, day.finding, notes) : (day.finding ?? date);
    if (ownDate === null || ownDate === day.finding) for (const note of day.notes) notes.push(note);
    const head = readHead(text, span, gazetteer);
    const where = findPlace(text, span, gazetteer, { date: ownDate?.value ?? anchor, head });
    const at = ownDate?.value ?? anchor;
    const level = where.finding === null ? (head.actor?.level ?? null) : null;
    const placed =
      level === null ? where.finding : placeAside({ repairs, source: given.source }, level, gazetteer, at);
    const ownPlace = number === 0 ? settlePlace(place, placed, gazetteer, notes) : (placed ?? place);
    const kept = ownPlace ?? found[0]?.place ?? null;
    if (kept === null) for (const note of where.notes) notes.push(note);
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

/**
 * A day, month or year as metadata write it (2021-03-04, 2021/3/4, 20210304, 2021年3月), ISO; null where it is none,
 * or lies outside of 1900–2099: such a slip would stretch every chart to it.
 */
function readIso(written: string): string | null {
  const match =
    /^(\d{4})(\d\d)(\d\d)$/.exec(written.trim()) ??
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?![\d-])/.exec(written.trim());
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (!isDay(year, month, day)) return null;
  return isoDay(year, month, day).slice(0, match[3] ? 10 : match[2] ? 7 : 4);
}

function toDay(written: string | null): string | null {
  const iso = written === null ? null : readIso(written);
  return iso?.length === 10 ? iso : null;
}

function readGivenDate(written: string | null, notes: Note[]): DateFinding | null {
  if (written === null || written.trim() === '') return null;
  const value = readIso(written);
  if (value === null) {
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
