import type { QueryResultRow } from 'pg';
import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { type Position, readPosition, writePosition } from '@/lib/position';
import { getPrisma } from '@/lib/store/client';
import { dataVersion } from './data-version';
import type { Occurrence } from './mention-row';
import { byIndex, candidates, holds } from './phrase-candidates';
import { keptPhrase, unindexedRuns } from './phrase-count';
import type { PhraseQuery } from './phrase-query';
import { type SpanFinder, spanFinder } from './phrase-spans';
import { inScope } from './scope';

/** One occurrence of a phrase with the paragraph it stands in. */
export interface PhraseMentionRow extends Occurrence {
  /** Where it begins in the document. */
  readonly at: number;
}

export interface PhraseMentionPage {
  readonly rows: readonly PhraseMentionRow[];
  readonly next: string | null;
}

/** Reports that are read at a time, and at most for one page: then the page may be short, and still have a next. */
const READ = 100;
const MOST_READ = 2_000;
/** From so many documents on, walking back from the newest report meets enough of them soon. */
const COMMON = 5_000;

interface ReportText extends Omit<PhraseMentionRow, 'paragraph' | 'start' | 'end' | 'at'> {
  readonly text: string;
  readonly from: number;
  readonly until: number;
  readonly ordinal: number;
}

async function readReports(
  query: PhraseQuery,
  filters: Filters,
  narrow: Prisma.Sql | null,
  /** The ordinal is that of a report. */
  below: Position,
): Promise<ReportText[]> {
  const prisma = await getPrisma();
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const sql = Prisma.sql`
    SELECT d.id::text AS "documentId", d.title, to_char(r.day, 'YYYY-MM-DD') AS day, r.precision::text AS precision,
      r.place_code AS "placeCode", p.path AS "placePath", o.name AS source, o.synthetic, d.url, d.hidden, r.stands,
      d.text, r.start AS from, r."end" AS until, r.ordinal
    FROM report r
    JOIN document d ON d.id = r.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN source o ON o.id = d.source_id
    JOIN place p ON p.code = r.place_code
    WHERE ${narrow ?? Prisma.sql`TRUE`} AND ${holds(query)} ${once} AND ${inScope(filters, Prisma.sql`r`)}
      AND (r.day, r.document_id, r.ordinal) < (${below.day}::date, ${BigInt(below.documentId)}::bigint, ${below.ordinal}::int)
    ORDER BY r.day DESC, r.document_id DESC, r.ordinal DESC LIMIT ${READ}`;
  return narrow ? byIndex<ReportText & QueryResultRow>(sql) : prisma.$queryRaw<ReportText[]>(sql);
}

/** The occurrences in a report, the last first. */
function rowsOf(report: ReportText, query: PhraseQuery, spans: SpanFinder): PhraseMentionRow[] {
  const { text, from, until, ordinal: _, ...row } = report;
  const body = text.slice(from, until);
  const units = query.within === 'report' ? [body] : body.split('\n');
  const rows: PhraseMentionRow[] = [];
  let offset = from;
  for (const unit of units) {
    for (const span of spans(unit)) {
      const at = offset + span.start;
      const begins = text.lastIndexOf('\n', at) + 1;
      const line = text.indexOf('\n', at);
      const paragraph = row.hidden ? '' : text.slice(begins, line < 0 ? text.length : line);
      rows.push({ ...row, paragraph, start: at - begins, end: offset + span.end - begins, at });
    }
    offset += unit.length + 1;
  }
  return rows.reverse();
}

const TOP: Position = { day: '9999-01-01', documentId: '0', ordinal: 0 };
const MOST_ORDINAL = 32_767;

/**
 * The occurrences of a query in scope, newest first, by page: as many, without end, as `phraseFrequency` counts.
 * @throws TypeError for an `after` that is no cursor of ours
 */
export async function phraseMentions(
  query: PhraseQuery,
  filters: Filters,
  page: { limit: number; after?: string | undefined },
): Promise<PhraseMentionPage> {
  const after = page.after === undefined ? null : readPosition(page.after);
  if (page.after !== undefined && !after) throw new TypeError(`not a cursor: ${page.after}`);
  const [kept, unindexed] = await Promise.all([
    dataVersion().then(({ version }) => keptPhrase(query, version)),
    unindexedRuns(),
  ]);
  const narrow =
    kept && kept.documents > COMMON
      ? null
      : Prisma.sql`r.document_id IN (${candidates(query, unindexed.runs)})`;
  const spans = spanFinder(query);
  const rows: PhraseMentionRow[] = [];
  // The report of the cursor is read again: it may hold more.
  let below: Position = after ? { ...after, ordinal: MOST_ORDINAL } : TOP;
  const isNew = (row: PhraseMentionRow) =>
    !after || row.day !== after.day || row.documentId !== after.documentId || row.at < after.ordinal;
  for (let read = 0; rows.length <= page.limit; read += READ) {
    const reports = await readReports(query, filters, narrow, below);
    rows.push(...reports.flatMap((report) => rowsOf(report, query, spans)).filter(isNew));
    const last = reports[reports.length - 1];
    if (!last || reports.length < READ) return cut(rows, page.limit, null);
    below = last;
    if (read + READ >= MOST_READ)
      return cut(rows, page.limit, writePosition({ ...last, ordinal: last.from }));
  }
  return cut(rows, page.limit, null);
}

function cut(rows: PhraseMentionRow[], limit: number, otherwise: string | null): PhraseMentionPage {
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  const next = rows.length > limit && last ? writePosition({ ...last, ordinal: last.at }) : otherwise;
  return { rows: shown, next };
}
