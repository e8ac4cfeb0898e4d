import { Prisma } from '@/generated/prisma/client';
import { type Filters, formatFilters } from '@/lib/filters';
import { normalisedPmi, pmi } from '@/lib/stats/association';
import { wilson } from '@/lib/stats/intervals';
import { adjustForMany, chiSquareP, logLikelihoodTable } from '@/lib/stats/keyness';
import { type Ask, keptOrSampled, type Sample } from './kept-answers';
import { mentionsToRead, scanSize } from './mention-scan';
import { isPublished } from './published';
import { inPeriod, inPlace, inStratum } from './scope';
import { scopeSize } from './scope-size';
import { sloganCounts } from './slogan-counts';

export type Together = 'report' | 'paragraph';

export interface CompanyRow {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  readonly listed: boolean;
  /** Reports that hold both (in one paragraph, where that is asked for), and that hold this one. */
  readonly together: number;
  /** 95 % interval of `together`, where it is estimated from a sample; else the same. */
  readonly low95: number;
  readonly high95: number;
  readonly reports: number;
  /** Of the reports that hold both: those in which the slogan asked about stands first. */
  readonly before: number;
  /** Pointwise mutual information, base 2, and over its greatest value; log-likelihood of the table. */
  readonly pmi: number;
  readonly npmi: number;
  readonly logLikelihood: number;
  readonly p: number;
  readonly q: number;
}

export interface Company {
  /** Reports that hold the slogan asked about, and all reports of the scope. */
  readonly reports: number;
  readonly totalReports: number;
  /** Null: all reports were looked at; else `together` and `before` are estimated. */
  readonly sample: Sample | null;
  readonly rows: readonly CompanyRow[];
}

interface Pair {
  id: number;
  together: number;
  before: number;
}

/** Reports in scope that hold the slogan, with its first place in them, or in each of their paragraphs. */
function firstPlaces(
  sloganId: number,
  filters: Filters,
  paragraph: Prisma.Sql,
  below: bigint | null,
): Prisma.Sql {
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return Prisma.sql`
    SELECT m.document_id, m.report, ${paragraph} AS paragraph, min(m.start) AS start
    FROM ${mentionsToRead([sloganId], below)}
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    WHERE ${isPublished(Prisma.sql`m.document_id`)} ${once} AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)}
      AND ${inStratum(filters, Prisma.sql`r`)}
    GROUP BY 1, 2, 3`;
}

/** Reports looked at, and by slogan those that hold both, and whose first such paragraph says the one asked about first. */
interface Pairs {
  readonly reports: number;
  readonly pairs: readonly Pair[];
}

async function pairsOf(
  ask: Ask,
  sloganId: number,
  filters: Filters,
  { together, below }: { readonly together: Together; readonly below: bigint | null },
): Promise<Pairs> {
  const inParagraphs = together === 'paragraph';
  const places = firstPlaces(
    sloganId,
    filters,
    inParagraphs ? Prisma.sql`m.paragraph` : Prisma.sql`0`,
    below,
  );
  const same = inParagraphs ? Prisma.sql`AND o.paragraph = x.paragraph` : Prisma.empty;
  const rows = await ask<Pair>(Prisma.sql`
    WITH mine AS MATERIALIZED (${places})
    SELECT 0 AS id, count(DISTINCT (document_id, report))::int AS together, 0 AS before FROM mine
    UNION ALL
    SELECT id, count(*)::int AS together, (count(*) FILTER (WHERE before))::int AS before
    FROM (
      SELECT id, document_id, report, (array_agg(mine < theirs ORDER BY paragraph))[1] AS before
      FROM (
        SELECT o.slogan_id AS id, x.document_id, x.report, x.paragraph, x.start AS mine, min(o.start) AS theirs
        FROM mine x
        JOIN mention o ON o.document_id = x.document_id AND o.report = x.report AND o.slogan_id <> ${sloganId} ${same}
        GROUP BY 1, 2, 3, 4, 5) p
      GROUP BY 1, 2, 3) y
    GROUP BY 1`);
  return { reports: rows.find((r) => r.id === 0)?.together ?? 0, pairs: rows.filter((r) => r.id !== 0) };
}

/** So many reports that hold the slogan are looked at at once. */
const MOST = 2_000;

/**
 * Which slogans stand in the same reports, or paragraphs, how much more than chance has it, and which comes first.
 * Counted in reports either way, so that the denominators are those of every other view.
 */
export async function company(sloganId: number, filters: Filters, together: Together): Promise<Company> {
  const [counts, size, scan] = await Promise.all([
    sloganCounts(filters),
    scopeSize(filters),
    scanSize([sloganId], filters),
  ]);
  const of = new Map(counts.map((c) => [c.id, c]));
  const x = of.get(sloganId)?.reports ?? 0;
  const n = size.reports;
  const question = JSON.stringify(['company', sloganId, together, formatFilters(filters)]);
  const { answer, sample } = await keptOrSampled(question, { ...scan, most: MOST }, (ask, below) =>
    pairsOf(ask, sloganId, filters, { together, below }),
  );
  const rows = answer.pairs.flatMap((pair) => {
    const other = of.get(pair.id);
    if (!other) return [];
    const { mentions: _, ...entry } = other;
    const scaled = (k: number) => (sample ? Math.round((k / answer.reports) * x) : k);
    const both = Math.min(scaled(pair.together), other.reports);
    const { low, high } = sample ? wilson(pair.together, answer.reports) : { low: both / x, high: both / x };
    const y = other.reports;
    // What was seen decides how sure one can be: of a sample, its own table.
    const part = sample ? answer.reports / x : 1;
    const g2 = logLikelihoodTable(
      both * part,
      (x - both) * part,
      (y - both) * part,
      (n - x - y + both) * part,
    );
    return [
      {
        ...entry,
        together: both,
        low95: low * x,
        high95: high * x,
        before: scaled(pair.before),
        pmi: pmi(both, x, y, n),
        npmi: normalisedPmi(both, x, y, n),
        logLikelihood: both * n >= x * y ? g2 : -g2,
        p: Math.min(1, chiSquareP(g2)),
      },
    ];
  });
  const qs = adjustForMany(rows.map((r) => r.p));
  const adjusted = rows.map((r, i): CompanyRow => ({ ...r, q: qs[i] ?? 1 }));
  return {
    reports: x,
    totalReports: n,
    sample,
    rows: adjusted.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.canonical < b.canonical ? -1 : 1)),
  };
}
