import type { Extraction, Report } from '@/lib/types';
import { paragraphHash } from './copies/paragraph-hash';
import { sketchOf } from './copies/sketch';
import type { Cell } from './copy-rows';
import { documentIdentity, findingsHash, type Identity, textHash } from './identity';
import type { Registry } from './registry';
import { TABLES } from './tables';

/** The place that stands for "no place is supported". */
export const UNKNOWN_PLACE = '000000';
/** The day that stands for "no date is supported", together with precision none. */
export const NO_DAY = '0001-01-01';

/** An extraction with the identity of its document. */
export interface Identified {
  readonly extraction: Extraction;
  readonly identity: Identity;
}

const UNNAMED_SOURCE = 'unnamed';

export function sourceName(extraction: Pick<Extraction, 'source'>): string {
  return extraction.source || UNNAMED_SOURCE;
}

/** The identity of a document, of which the original is all that has to be known of its text. */
export function identityOf(
  document: Pick<Extraction, 'source' | 'url' | 'id'> & { readonly original: string },
): Identity {
  return documentIdentity({
    source: sourceName(document),
    url: document.url,
    externalId: document.id,
    original: document.original,
  });
}

export function identify(extraction: Extraction): Identified {
  return { extraction, identity: identityOf(extraction) };
}

function firstDay(value: string): string {
  return value + '-01-01'.slice(value.length - 4);
}

/** Characters that count: those that are not white space. */
export function countCharacters(text: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 0x3000) n++;
  return n;
}

/** What a document came with, apart from its text: kept, so that it can be extracted again. */
export interface GivenMetadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly published: string | null;
}

/** An extraction together with the metadata its document came with. */
export interface Extracted {
  readonly extraction: Extraction;
  readonly given: GivenMetadata;
}

/** JSON that Postgres takes: a cut may leave half of a surrogate pair, which jsonb refuses. */
function json(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? v.toWellFormed() : v));
}

/** Rows for each table of TABLES. */
export type Rows = Record<keyof typeof TABLES, Cell[][]>;

function reportRow(
  id: bigint,
  ordinal: number,
  report: Report,
  text: string,
  registry: Registry,
  source: string,
): Cell[] {
  const { date, place } = report;
  return [
    id,
    ordinal,
    report.start,
    report.end,
    date ? firstDay(date.value) : NO_DAY,
    date?.precision ?? 'none',
    date?.confidence ?? 0,
    json(date?.evidence ?? []),
    place?.code ?? UNKNOWN_PLACE,
    place?.confidence ?? 0,
    json(place?.evidence ?? []),
    registry.stratum({ source, issuer: report.issuer, genre: report.genre }),
    countCharacters(text, report.start, report.end),
    true,
  ];
}

/** A table's worth of nothing for each table. */
export function noRows(): Rows {
  return Object.fromEntries(Object.keys(TABLES).map((t) => [t, [] as Cell[][]])) as Rows;
}

/** Adds the rows of a document. The registry must know its strata and slogans: `registerAll`. */
export function addRows(
  rows: Rows,
  { extraction: e, identity }: Identified,
  metadata: GivenMetadata,
  runId: number,
  registry: Registry,
): void {
  const { id } = identity;
  const source = sourceName(e);
  const sourceId = registry.source(source);
  const hash = textHash(e.text);
  rows.document.push([
    id,
    identity.sha256,
    sourceId,
    e.id,
    e.url,
    e.title,
    e.encoding,
    e.original,
    e.text,
    e.map,
    countCharacters(e.text, 0, e.text.length),
    json(e.repairs),
    hash,
    runId,
    false,
    json(metadata),
    findingsHash(e),
  ]);
  rows.document_sketch.push([id, hash, sketchOf(e.text)]);
  e.reports.forEach((report, i) => {
    rows.report.push(reportRow(id, i, report, e.text, registry, source));
  });
  const reportOf = (start: number) =>
    Math.max(
      0,
      e.reports.findLastIndex((r) => r.start <= start),
    );
  e.paragraphs.forEach((p, i) => {
    rows.paragraph.push([id, i, reportOf(p.start), p.start, p.end, paragraphHash(e.text, p.start, p.end)]);
  });
  e.mentions.forEach((m, i) => {
    const { date, place } = e.reports[m.report] as Report;
    rows.mention.push([
      id,
      i,
      registry.slogan(m.slogan),
      m.report,
      m.paragraph,
      m.start,
      m.end,
      m.originalStart,
      m.originalEnd,
      m.surface,
      m.quoted,
      m.frame,
      m.speaker?.office ?? null,
      m.speaker?.name ?? null,
      place?.code ?? UNKNOWN_PLACE,
      date ? firstDay(date.value) : NO_DAY,
      date?.precision ?? 'none',
    ]);
  });
  e.lists.forEach((list, i) => {
    rows.directive_list.push([
      id,
      i,
      reportOf(list.start),
      list.style,
      list.lead,
      list.start,
      list.end,
      list.parent?.list ?? null,
      list.parent?.item ?? null,
      list.missing,
    ]);
    list.items.forEach((item, k) => {
      rows.directive.push([id, i, k, item.numeral, item.start, item.end, item.head]);
    });
  });
  e.notes.forEach((n, i) => {
    rows.note.push([id, i, n.stage, n.code, n.start ?? null, n.detail ?? null]);
  });
}

/** Makes the sources, strata and slogans of a batch known to the registry and to the database. */
export async function registerAll(registry: Registry, batch: readonly Extracted[]): Promise<void> {
  await registry.addStrata(
    batch.flatMap(({ extraction: e }) =>
      e.reports.map((r) => ({ source: sourceName(e), issuer: r.issuer, genre: r.genre })),
    ),
  );
  await registry.addSlogans(
    batch.flatMap(({ extraction: e }) => e.mentions.map((m) => ({ canonical: m.slogan, kind: m.kind }))),
  );
}
