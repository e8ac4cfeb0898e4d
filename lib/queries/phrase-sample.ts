import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { type Interval, wilson } from '@/lib/stats/intervals';
import { getPrisma } from '@/lib/store/client';
import { bucketsBetween, chosenGrain } from './buckets';
import type { Frequency } from './frequency';
import { holds } from './phrase-candidates';
import type { PhraseQuery } from './phrase-query';
import { inPeriod, inPlace, inStratum, PRECISIONS } from './scope';
import { type Span, span } from './span';

/**
 * Documents that are looked at to tell a rare phrase from a common one, and to answer for a common one. Their ids are
 * hashes, so that those with the smallest ids are a random sample.
 */
export const GLANCE = 1_000;
export const SAMPLE = 8_000;
const IDS = 2n ** 63n;

export interface PhraseSample {
  /** Documents looked at, those of them that hold the phrase (or every text of a combination), and all there are. */
  readonly documents: number;
  readonly holding: number;
  readonly of: number;
  /** Documents that hold it in all, as the sample suggests, with its interval. */
  readonly expected: number;
  readonly interval: Interval;
  /** Ids below this one are the sample. */
  readonly below: string;
}

/** Documents of all published runs. */
export async function publishedDocuments(): Promise<number> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ of: number }[]>`
    SELECT coalesce(sum(stored), 0)::int AS of FROM run WHERE status = 'published'`;
  return row?.of ?? 0;
}

/** How common a query is among `of` documents, from a random sample of them; from all where there are few. */
export async function samplePhrase(query: PhraseQuery, of: number, size = SAMPLE): Promise<PhraseSample> {
  const prisma = await getPrisma();
  const below = of <= size ? IDS - 1n : (IDS * BigInt(size)) / BigInt(of);
  const [row] = await prisma.$queryRaw<{ documents: number; holding: number }[]>`
    SELECT count(*)::int AS documents, (count(*) FILTER (WHERE ${holds(query)}))::int AS holding
    FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published' WHERE d.id < ${below}`;
  const { documents, holding } = row ?? { documents: 0, holding: 0 };
  const share = documents === 0 ? 0 : holding / documents;
  const { low, high } = wilson(holding, documents);
  const interval = { low: low * of, high: high * of };
  return { documents, holding, of, expected: share * of, interval, below: String(below) };
}

interface Sums {
  place: string | null;
  bucket: string | null;
  mentions: number;
  reports: number;
  totalReports: number;
  totalCharacters: number;
}

/** As `frequency`, numerators and denominators of the sample alone; a report counts as one mention. */
export async function sampledFrequency(
  query: PhraseQuery,
  sample: PhraseSample,
  filters: Filters,
  places: readonly string[] | null,
  days: Span | null,
): Promise<Frequency> {
  const prisma = await getPrisma();
  const stored = days ?? (await span(filters, places));
  const grain = chosenGrain(filters, stored);
  const r = Prisma.sql`r`;
  const place = places ? Prisma.sql`w.ancestor_code` : Prisma.sql`NULL`;
  const within = places
    ? Prisma.sql`JOIN place_within w ON w.place_code = r.place_code AND w.ancestor_code = ANY(${places}::bpchar[])`
    : Prisma.empty;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  const hit = Prisma.sql`FILTER (WHERE ${holds(query)})`;
  const rows = await prisma.$queryRaw<Sums[]>`
    SELECT ${place} AS place, CASE WHEN r.precision::text = ANY(${PRECISIONS[grain]}::text[])
        THEN to_char(date_trunc(${grain}, r.day::timestamp), 'YYYY-MM-DD') END AS bucket,
      (count(*) ${hit})::float8 AS mentions, (count(*) ${hit})::float8 AS reports,
      count(*)::float8 AS "totalReports", sum(r.characters)::float8 AS "totalCharacters"
    FROM document d JOIN run u ON u.id = d.run_id AND u.status = 'published'
    JOIN report r ON r.document_id = d.id ${within}
    WHERE d.id < ${BigInt(sample.below)} ${once} AND ${places ? Prisma.sql`TRUE` : inPlace(filters, r)}
      AND ${inPeriod(filters, r)} AND ${inStratum(filters, r)}
    GROUP BY 1, 2`;
  const at = new Map(rows.map(({ place: p, bucket, ...sums }) => [`${p ?? ''} ${bucket ?? ''}`, sums]));
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const none = { mentions: 0, reports: 0, totalReports: 0, totalCharacters: 0 };
  const all = (places ?? [null]).map((p) => {
    const { mentions, reports } = at.get(`${p ?? ''} `) ?? none;
    const of = (bucket: string) => ({ bucket, relayed: null, ...(at.get(`${p ?? ''} ${bucket}`) ?? none) });
    return { place: p, rows: buckets.map(of), coarser: { mentions, reports } };
  });
  return { grain, series: all };
}
