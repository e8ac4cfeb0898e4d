import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters, type Grain } from '@/lib/filters';
import { bucketsBetween, chosenGrain } from './buckets';
import { type Ask, keptOrSampled, type Sample } from './kept-answers';
import { mentionsToRead, scanSize } from './mention-scan';
import { isPublished } from './published';
import { type DriftKind, SAID_COLUMN } from './said';
import { inBuckets, inPeriod, inPlace, inStratum } from './scope';
import { span } from './span';

export interface DriftRow {
  readonly bucket: string;
  /** The wording, frame or office; empty where there is none; null: all that are not shown apart. */
  readonly value: string | null;
  readonly mentions: number;
  /** Of all mentions of the bucket. */
  readonly share: number;
  readonly total: number;
}

export interface Drift {
  readonly grain: Grain;
  /** Values in the order of their mentions, without the rest. */
  /** Null: all mentions; else those of a sample, totals too. */
  readonly sample: Sample | null;
  readonly values: readonly string[];
  readonly rows: readonly DriftRow[];
}

const SHOWN = 8;

interface Cell {
  value: string;
  bucket: string;
  n: number;
}

/** So many reports that hold the slogan are looked at at once. */
const MOST = 3_000;

function cells(
  ask: Ask,
  sloganId: number,
  filters: Filters,
  { kind, grain, below }: { readonly kind: DriftKind; readonly grain: Grain; readonly below: bigint | null },
): Promise<Cell[]> {
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return ask<Cell>(Prisma.sql`
    SELECT ${SAID_COLUMN[kind]} AS value, to_char(date_trunc(${grain}, m.day::timestamp), 'YYYY-MM-DD') AS bucket, count(*)::int AS n
    FROM ${mentionsToRead([sloganId], below)}
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    WHERE ${inBuckets(grain, m)} ${once} AND ${isPublished(Prisma.sql`m.document_id`)}
      AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)} AND ${inStratum(filters, Prisma.sql`r`)}
    GROUP BY 1, 2`);
}

/** The series of a slogan split by what its mentions differ in: the eight commonest values, and the rest together. */
export async function drift(sloganId: number, filters: Filters, kind: DriftKind): Promise<Drift> {
  const stored = await span(filters);
  const grain = chosenGrain(filters, stored);
  const size = await scanSize([sloganId], filters);
  const question = JSON.stringify(['drift', sloganId, kind, grain, formatFilters(filters)]);
  const { answer: found, sample } = await keptOrSampled(question, { ...size, most: MOST }, (ask, below) =>
    cells(ask, sloganId, filters, { kind, grain, below }),
  );
  const sums = new Map<string, number>();
  const totals = new Map<string, number>();
  const at = new Map<string, number>();
  for (const c of found) {
    sums.set(c.value, (sums.get(c.value) ?? 0) + c.n);
    totals.set(c.bucket, (totals.get(c.bucket) ?? 0) + c.n);
  }
  const order = [...sums].sort(([a, n], [b, k]) => k - n || (a < b ? -1 : 1)).map(([value]) => value);
  const values = order.slice(0, SHOWN);
  for (const c of found) {
    const key = `${c.bucket} ${values.includes(c.value) ? `=${c.value}` : ''}`;
    at.set(key, (at.get(key) ?? 0) + c.n);
  }
  const buckets = stored ? bucketsBetween(stored.first, stored.last, grain) : [];
  const columns = order.length > SHOWN ? [...values, null] : values;
  const rows = buckets.flatMap((bucket) =>
    columns.map((value): DriftRow => {
      const mentions = at.get(`${bucket} ${value === null ? '' : `=${value}`}`) ?? 0;
      const total = totals.get(bucket) ?? 0;
      return { bucket, value, mentions, share: total === 0 ? 0 : mentions / total, total };
    }),
  );
  return { grain, sample, values, rows };
}
