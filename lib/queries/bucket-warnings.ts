import { Prisma } from '@/generated/prisma/client';
import type { Filters, Grain } from '@/lib/filters';
import { periodOf } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { askOnce } from './ask-once';
import type { Frequency } from './frequency';
import { coarsestFor, placeRows } from './rollup-rows';
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

/** Reports of the scope by bucket, of each source, and of each pair of issuing body and genre. */
async function strataOf(filters: Filters, grain: Grain): Promise<Cell[]> {
  const prisma = await getPrisma();
  const rows = placeRows(filters, coarsestFor(grain), {
    byStratum: true,
    summed: true,
    only: inBuckets(grain, T),
  });
  return prisma.$queryRaw<Cell[]>`
    WITH cell AS MATERIALIZED (
      SELECT date_trunc(${grain}, t.day::timestamp) AS bucket, t.stratum_id, sum(t.${counted(filters).reports}) AS n
      FROM ${rows} GROUP BY 1, 2)
    SELECT 'source' AS kind, x.source_id::text AS part, to_char(c.bucket, 'YYYY-MM-DD') AS bucket, sum(c.n)::float8 AS n
    FROM cell c JOIN stratum x ON x.id = c.stratum_id GROUP BY 2, c.bucket
    UNION ALL SELECT 'mix', x.issuer || ' ' || x.genre, to_char(c.bucket, 'YYYY-MM-DD'), sum(c.n)::float8
    FROM cell c JOIN stratum x ON x.id = c.stratum_id GROUP BY 2, c.bucket`;
}

/** Places that delivered a twentieth or more of all reports of the scope: the months tell. */
async function weightyPlaces(filters: Filters): Promise<string[]> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ code: string; n: number }[]>`
    SELECT t.place_code AS code, sum(t.${counted(filters).reports})::float8 AS n
    FROM ${placeRows(filters, 'month', { only: Prisma.sql`t.precision <> 'none'` })} GROUP BY 1`;
  const total = rows.reduce((sum, r) => sum + r.n, 0);
  return rows.filter((r) => r.n >= (WEIGHTY / 4) * total).map((r) => r.code);
}

/** Reports of the scope by bucket, of each place that matters. */
async function placesOf(filters: Filters, grain: Grain): Promise<Cell[]> {
  const prisma = await getPrisma();
  const codes = await weightyPlaces(filters);
  const only = Prisma.sql`t.place_code = ANY(${codes}::bpchar[]) AND ${inBuckets(grain, T)}`;
  return prisma.$queryRaw<Cell[]>`
    SELECT 'place' AS kind, code AS part, to_char(bucket, 'YYYY-MM-DD') AS bucket, n
    FROM (SELECT t.place_code AS code, date_trunc(${grain}, t.day::timestamp) AS bucket, sum(t.${counted(filters).reports})::float8 AS n
          FROM ${placeRows(filters, coarsestFor(grain), { only })} GROUP BY 1, 2) x`;
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
): Promise<ReadonlyMap<string, readonly BucketWarning[]>> {
  const covered = await coveredDays(filters, found.grain);
  const all = await Promise.all(
    found.series.map(async ({ place, rows }) => {
      const scope = place === null ? filters : { ...filters, place, own: undefined };
      const buckets = rows.map((r) => r.bucket);
      const [strata, places] = await askOnce(['parts', scope, found.grain], () =>
        Promise.all([strataOf(scope, found.grain), placesOf(scope, found.grain)]),
      );
      const facts: SeriesFacts = {
        grain: found.grain,
        buckets,
        totals: rows.map((r) => r.totalReports),
        parts: seriesOf([...strata, ...places], buckets),
        held: rows.map((r) => r.reports),
        relayed: rows.map((r) => r.relayed ?? 0),
        covered,
      };
      return warningsOfSeries(facts).map((w, i) => [`${place ?? ''} ${buckets[i]}`, w] as const);
    }),
  );
  return new Map(all.flat());
}
