import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { periodOf } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import type { Frequency } from './frequency';
import { counted, inPeriod, inPlace, inScope, inStratum, PRECISIONS } from './scope';
import { span } from './span';
import {
  type BucketWarning,
  type PartSeries,
  type SeriesFacts,
  WEIGHTY,
  warningsOfSeries,
} from './warnings-of-series';

const T = Prisma.sql`t`;
/** With more mentions in scope, copies are not looked at one by one: the answer would wait for them. */
const MOST_MENTIONS = 20_000;

interface Cell {
  part: string;
  bucket: string;
  n: number;
}

function bucketSql(grain: Grain, t: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`date_trunc(${grain}, ${t}.day::timestamp)`;
}

const DAY_TEXT = Prisma.sql`to_char(bucket, 'YYYY-MM-DD') AS bucket`;

/** Reports of the scope by bucket and `part`; only parts that deliver a twentieth of all or more. One pass over the rollup. */
async function weightyParts(filters: Filters, grain: Grain, part: Prisma.Sql): Promise<Cell[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<Cell[]>`
    SELECT part::text AS part, ${DAY_TEXT}, n::float8 AS n
    FROM (
      SELECT part, bucket, n, sum(n) OVER (PARTITION BY part) AS mine, sum(n) OVER () AS total
      FROM (
        SELECT ${part} AS part, ${bucketSql(grain, T)} AS bucket, sum(t.${counted(filters).reports}) AS n
        FROM place_day t JOIN stratum x ON x.id = t.stratum_id
        WHERE ${inScope(filters, T)} AND t.precision::text = ANY(${PRECISIONS[grain]}::text[]) GROUP BY 1, 2) y) z
    WHERE mine >= ${WEIGHTY / 4}::float8 * total`;
}

/** Reports by bucket, issuing body and genre. */
async function mixParts(filters: Filters, grain: Grain): Promise<Cell[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<Cell[]>`
    SELECT x.issuer || ' ' || x.genre AS part, ${DAY_TEXT}, sum(n)::float8 AS n
    FROM (
      SELECT t.stratum_id, ${bucketSql(grain, T)} AS bucket, sum(t.${counted(filters).reports}) AS n
      FROM place_day t
      WHERE ${inScope(filters, T)} AND t.precision::text = ANY(${PRECISIONS[grain]}::text[]) GROUP BY 1, 2) y
    JOIN stratum x ON x.id = y.stratum_id GROUP BY 1, y.bucket`;
}

/** Reports that hold the slogan and were not the first to say so: copies of their own place, or of another. */
async function relayedReports(sloganId: number, filters: Filters, grain: Grain): Promise<Cell[]> {
  const prisma = await getPrisma();
  const r = Prisma.sql`r`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return prisma.$queryRaw<Cell[]>`
    SELECT '' AS part, to_char(${bucketSql(grain, r)}, 'YYYY-MM-DD') AS bucket, count(*)::float8 AS n
    FROM (SELECT DISTINCT m.document_id, m.report FROM mention m
          WHERE m.slogan_id = ${sloganId} AND ${inPlace(filters, Prisma.sql`m`)} AND ${inPeriod(filters, Prisma.sql`m`)}) m
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    JOIN document d ON d.id = m.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE (r.relayed OR NOT r.stands) AND ${inStratum(filters, r)} ${once} AND r.precision::text = ANY(${PRECISIONS[grain]}::text[])
    GROUP BY 1, 2`;
}

function seriesOf(
  kind: PartSeries['kind'],
  cells: readonly Cell[],
  buckets: readonly string[],
): PartSeries[] {
  const parts = new Map<string, Map<string, number>>();
  for (const c of cells) parts.set(c.part, (parts.get(c.part) ?? new Map()).set(c.bucket, c.n));
  return [...parts.values()].map((at) => ({ kind, reports: buckets.map((b) => at.get(b) ?? 0) }));
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

const DAY = 86_400_000;
/** So many days at the ends of the data are not missed in a month or more: a holiday, a weekend. */
const TOLERATED = 3;

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The days that can have been delivered: from the first to the last stored anywhere, cut to the period asked for. */
async function coveredDays(filters: Filters, grain: Grain): Promise<SeriesFacts['covered']> {
  const stored = await span({ copies: 'all', measure: 'share' });
  if (!stored) return { first: '0001-01-01', last: '0001-01-01' };
  const slack = grain === 'day' || grain === 'week' ? 0 : TOLERATED;
  const [first, last] = [shifted(stored.first, -slack), shifted(stored.last, slack)];
  const { start, end } = periodOf(filters);
  return {
    first: filters.from ? later(start, first) : first,
    last: filters.until ? earlier(shifted(end, -1), last) : last,
  };
}

/**
 * What makes each bucket of a series doubtful, by place (empty: the whole scope) and bucket.
 */
export async function bucketWarnings(
  found: Frequency,
  filters: Filters,
  sloganId: number | null = null,
): Promise<ReadonlyMap<string, readonly BucketWarning[]>> {
  const covered = await coveredDays(filters, found.grain);
  const all = await Promise.all(
    found.series.map(async ({ place, rows }) => {
      const scope = place === null ? filters : { ...filters, place, own: undefined };
      const buckets = rows.map((r) => r.bucket);
      const mentions = rows.reduce((sum, r) => sum + r.mentions, 0);
      const asks = sloganId !== null && mentions > 0 && mentions <= MOST_MENTIONS;
      const [sources, places, mix, copies] = await Promise.all([
        weightyParts(scope, found.grain, Prisma.sql`x.source_id`),
        weightyParts(scope, found.grain, Prisma.sql`t.place_code`),
        mixParts(scope, found.grain),
        asks ? relayedReports(sloganId, scope, found.grain) : null,
      ]);
      const parts = [
        ...seriesOf('source', sources, buckets),
        ...seriesOf('place', places, buckets),
        ...seriesOf('mix', mix, buckets),
      ];
      const facts: SeriesFacts = {
        grain: found.grain,
        buckets,
        totals: rows.map((r) => r.totalReports),
        parts,
        held: rows.map((r) => r.reports),
        relayed: copies && (seriesOf('mix', copies, buckets)[0]?.reports ?? []),
        covered,
      };
      return warningsOfSeries(facts).map((w, i) => [`${place ?? ''} ${buckets[i]}`, w] as const);
    }),
  );
  return new Map(all.flat());
}
