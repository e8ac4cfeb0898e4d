import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { periodOf } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import type { Frequency } from './frequency';
import { coarsestFor, placeRows, sloganRows } from './rollup-rows';
import { counted, inBuckets } from './scope';
import { span } from './span';
import {
  type BucketWarning,
  type PartSeries,
  type SeriesFacts,
  WEIGHTY,
  warningsOfSeries,
} from './warnings-of-series';

const T = Prisma.sql`t`;

interface Cell {
  kind: PartSeries['kind'];
  part: string;
  bucket: string;
  n: number;
}

/**
 * Reports of the scope by bucket and source, place, and pair of issuing body and genre; of sources and places only those
 * that deliver a twentieth of all or more. One pass over the rollup.
 */
async function partsOf(filters: Filters, grain: Grain): Promise<Cell[]> {
  const prisma = await getPrisma();
  const rows = placeRows(filters, coarsestFor(grain), { byStratum: true, only: inBuckets(grain, T) });
  return prisma.$queryRaw<Cell[]>`
    WITH cell AS MATERIALIZED (
      SELECT date_trunc(${grain}, t.day::timestamp) AS bucket, t.place_code, t.stratum_id, sum(t.${counted(filters).reports}) AS n
      FROM ${rows} GROUP BY 1, 2, 3),
    part AS (
      SELECT 'source' AS kind, x.source_id::text AS part, c.bucket, sum(c.n) AS n
      FROM cell c JOIN stratum x ON x.id = c.stratum_id GROUP BY 2, 3
      UNION ALL SELECT 'place', c.place_code, c.bucket, sum(c.n) FROM cell c GROUP BY 2, 3
      UNION ALL SELECT 'mix', x.issuer || ' ' || x.genre, c.bucket, sum(c.n)
      FROM cell c JOIN stratum x ON x.id = c.stratum_id GROUP BY 2, 3)
    SELECT kind, part, to_char(bucket, 'YYYY-MM-DD') AS bucket, n::float8 AS n
    FROM (SELECT kind, part, bucket, n, sum(n) OVER (PARTITION BY kind, part) AS mine, sum(n) OVER (PARTITION BY kind) AS total FROM part) y
    WHERE kind = 'mix' OR mine >= ${WEIGHTY / 4}::float8 * total`;
}

/** Reports that hold the slogan and were not the first to say so: copies of their own place, or of another. */
async function relayedReports(
  sloganId: number,
  filters: Filters,
  grain: Grain,
): Promise<ReadonlyMap<string, number>> {
  const prisma = await getPrisma();
  const column = filters.copies === 'all' ? Prisma.sql`relayed` : Prisma.sql`relayed_once`;
  const only = Prisma.sql`t.slogan_id = ${sloganId} AND ${inBuckets(grain, T)}`;
  const rows = await prisma.$queryRaw<{ bucket: string; n: number }[]>`
    SELECT to_char(bucket, 'YYYY-MM-DD') AS bucket, n::float8 AS n
    FROM (SELECT date_trunc(${grain}, t.day::timestamp) AS bucket, sum(t.${column}) AS n
          FROM ${sloganRows(filters, coarsestFor(grain), { only })} GROUP BY 1) y WHERE n > 0`;
  return new Map(rows.map((r) => [r.bucket, r.n]));
}

function seriesOf(cells: readonly Cell[], buckets: readonly string[]): PartSeries[] {
  const parts = new Map<string, { kind: Cell['kind']; at: Map<string, number> }>();
  for (const { kind, part, bucket, n } of cells) {
    const key = `${kind} ${part}`;
    const found = parts.get(key) ?? { kind, at: new Map<string, number>() };
    parts.set(key, found);
    found.at.set(bucket, n);
  }
  return [...parts.values()].map(({ kind, at }) => ({ kind, reports: buckets.map((b) => at.get(b) ?? 0) }));
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
      const says = sloganId !== null && rows.some((r) => r.mentions > 0);
      const [cells, copies] = await Promise.all([
        partsOf(scope, found.grain),
        says ? relayedReports(sloganId, scope, found.grain) : null,
      ]);
      const facts: SeriesFacts = {
        grain: found.grain,
        buckets,
        totals: rows.map((r) => r.totalReports),
        parts: seriesOf(cells, buckets),
        held: rows.map((r) => r.reports),
        relayed: copies && buckets.map((b) => copies.get(b) ?? 0),
        covered,
      };
      return warningsOfSeries(facts).map((w, i) => [`${place ?? ''} ${buckets[i]}`, w] as const);
    }),
  );
  return new Map(all.flat());
}
