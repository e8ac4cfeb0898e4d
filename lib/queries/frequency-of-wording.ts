import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters } from '@/lib/filters';
import { type Frequency, type FrequencyRow, frequency } from './frequency';
import { type Ask, keptOrSampled, type Sample } from './kept-answers';
import { mentionsToRead, scanSize } from './mention-scan';
import { isSaid, type Said } from './said';
import { inBuckets, inPeriod, inPlace, inStratum } from './scope';

/** So many reports that hold the slogan are looked at at once. */
const MOST = 3_000;

export interface WordingFrequency extends Frequency {
  /** Null: of all mentions; else all numbers are of a sample, denominators too. */
  readonly sample: Sample | null;
}

interface Cell {
  bucket: string | null;
  mentions: number;
  reports: number;
}

function cellsOf(
  ask: Ask,
  sloganId: number,
  filters: Filters,
  { said, grain, below }: { said: Said; grain: Frequency['grain']; below: bigint | null },
): Promise<Cell[]> {
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return ask<Cell>(Prisma.sql`
    SELECT CASE WHEN ${inBuckets(grain, m)} THEN to_char(date_trunc(${grain}, m.day::timestamp), 'YYYY-MM-DD') END AS bucket,
      count(*)::int AS mentions, count(DISTINCT (m.document_id, m.report))::int AS reports
    FROM ${mentionsToRead([sloganId], below)}
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    JOIN document d ON d.id = m.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE ${isSaid(said)} ${once}
      AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)} AND ${inStratum(filters, Prisma.sql`r`)}
    GROUP BY 1`);
}

/**
 * How often a slogan is said in one wording, with one introduction, or by the holder of one office, in each bucket; of all
 * reports of the bucket.
 */
export async function frequencyOfWording(
  sloganId: number,
  said: Said,
  filters: Filters,
): Promise<WordingFrequency> {
  const [whole, size] = await Promise.all([frequency(sloganId, filters), scanSize([sloganId], filters)]);
  const { grain } = whole;
  const question = JSON.stringify(['said', sloganId, said, grain, formatFilters(filters)]);
  const { answer, sample } = await keptOrSampled(question, { ...size, most: MOST }, (ask, below) =>
    cellsOf(ask, sloganId, filters, { said, grain, below }),
  );
  const share = sample?.share ?? 1;
  const at = new Map(answer.map((c) => [c.bucket, c]));
  const rows = (whole.series[0]?.rows ?? []).map((row): FrequencyRow => {
    const { mentions = 0, reports = 0 } = at.get(row.bucket) ?? {};
    const totalReports = Math.max(reports, Math.round(row.totalReports * share));
    return {
      bucket: row.bucket,
      mentions,
      reports,
      relayed: null,
      totalReports,
      totalCharacters: row.totalCharacters * share,
    };
  });
  const { mentions = 0, reports = 0 } = at.get(null) ?? {};
  return { grain, sample, series: [{ place: null, rows, coarser: { mentions, reports } }] };
}

/** All mentions of a series, those that are dated too coarsely for its buckets too. */
export function mentionsOf({ series }: Frequency): number {
  return series.reduce((n, s) => n + s.coarser.mentions + s.rows.reduce((m, r) => m + r.mentions, 0), 0);
}
