import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters, type Grain } from '@/lib/filters';
import { chosenGrain } from './buckets';
import { type Ask, keptOrSampled, type Sample } from './kept-answers';
import { mentionsToRead, scanSize } from './mention-scan';
import { isPublished } from './published';
import { inBuckets, inPeriod, inPlace, inStratum } from './scope';
import { span } from './span';

export interface ChainRow {
  readonly bucket: string;
  /** Numbers of the slogans in the order in which a paragraph first says them. */
  readonly order: readonly number[];
  readonly paragraphs: number;
  /** Of the paragraphs of the bucket that say at least two of them. */
  readonly share: number;
  readonly total: number;
}

export interface ChainOrder {
  readonly grain: Grain;
  /** Null: all paragraphs; else those of a sample, totals too. */
  readonly sample: Sample | null;
  readonly rows: readonly ChainRow[];
}

interface Cell {
  bucket: string;
  order: number[];
  n: number;
}

/** So many reports that hold one of the slogans are looked at at once. */
const MOST = 2_500;

function cellsOf(
  ask: Ask,
  sloganIds: readonly number[],
  filters: Filters,
  { grain, below }: { readonly grain: Grain; readonly below: bigint | null },
): Promise<Cell[]> {
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return ask<Cell>(Prisma.sql`
    SELECT to_char(date_trunc(${grain}, day::timestamp), 'YYYY-MM-DD') AS bucket, "order", count(*)::int AS n
    FROM (
      SELECT document_id, paragraph, min(day) AS day, array_agg(slogan_id ORDER BY first) AS "order"
      FROM (
        SELECT m.document_id, m.paragraph, m.slogan_id, min(m.day) AS day, min(m.start) AS first
        FROM ${mentionsToRead(sloganIds, below)}
        JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
        WHERE ${inBuckets(grain, m)} ${once} AND ${isPublished(Prisma.sql`m.document_id`)}
          AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)} AND ${inStratum(filters, Prisma.sql`r`)}
        GROUP BY 1, 2, 3) x
      GROUP BY 1, 2 HAVING count(*) >= 2) y
    GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`);
}

/** In which order paragraphs recite the given slogans, in each bucket; paragraphs with at least two of them count. */
export async function chainOrder(sloganIds: readonly number[], filters: Filters): Promise<ChainOrder> {
  const grain = chosenGrain(filters, await span(filters));
  const size = await scanSize(sloganIds, filters);
  const question = JSON.stringify(['chain-order', sloganIds, grain, formatFilters(filters)]);
  const { answer: cells, sample } = await keptOrSampled(question, { ...size, most: MOST }, (ask, below) =>
    cellsOf(ask, sloganIds, filters, { grain, below }),
  );
  const totals = new Map<string, number>();
  for (const c of cells) totals.set(c.bucket, (totals.get(c.bucket) ?? 0) + c.n);
  const rows = cells.map((c): ChainRow => {
    const total = totals.get(c.bucket) ?? 0;
    return { bucket: c.bucket, order: c.order, paragraphs: c.n, share: c.n / total, total };
  });
  return { grain, sample, rows };
}
