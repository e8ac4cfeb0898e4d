import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { normalisedPmi, pmi } from '@/lib/stats/association';
import { adjustForMany, chiSquareP, logLikelihoodTable } from '@/lib/stats/keyness';
import { getPrisma } from '@/lib/store/client';
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
  readonly rows: readonly CompanyRow[];
}

interface Pair {
  id: number;
  together: number;
  before: number;
}

/** Reports in scope that hold the slogan, with its first place in them, or in each of their paragraphs. */
function firstPlaces(sloganId: number, filters: Filters, paragraph: Prisma.Sql): Prisma.Sql {
  const m = Prisma.sql`m`;
  const once = filters.copies === 'once' ? Prisma.sql`AND r.stands` : Prisma.empty;
  return Prisma.sql`
    SELECT m.document_id, m.report, ${paragraph} AS paragraph, min(m.start) AS start
    FROM mention m
    JOIN report r ON r.document_id = m.document_id AND r.ordinal = m.report
    JOIN document d ON d.id = m.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE m.slogan_id = ${sloganId} ${once} AND ${inPlace(filters, m)} AND ${inPeriod(filters, m)}
      AND ${inStratum(filters, Prisma.sql`r`)}
    GROUP BY 1, 2, 3`;
}

/** By slogan: reports that hold both, and those whose first such paragraph says the one asked about first. */
async function pairs(sloganId: number, filters: Filters, together: Together): Promise<Pair[]> {
  const prisma = await getPrisma();
  const inParagraphs = together === 'paragraph';
  const places = firstPlaces(sloganId, filters, inParagraphs ? Prisma.sql`m.paragraph` : Prisma.sql`0`);
  const same = inParagraphs ? Prisma.sql`AND o.paragraph = x.paragraph` : Prisma.empty;
  return prisma.$queryRaw<Pair[]>`
    SELECT id, count(*)::int AS together, (count(*) FILTER (WHERE before))::int AS before
    FROM (
      SELECT id, document_id, report, (array_agg(mine < theirs ORDER BY paragraph))[1] AS before
      FROM (
        SELECT o.slogan_id AS id, x.document_id, x.report, x.paragraph, x.start AS mine, min(o.start) AS theirs
        FROM (${places}) x
        JOIN mention o ON o.document_id = x.document_id AND o.report = x.report AND o.slogan_id <> ${sloganId} ${same}
        GROUP BY 1, 2, 3, 4, 5) p
      GROUP BY 1, 2, 3) y
    GROUP BY 1`;
}

/**
 * Which slogans stand in the same reports, or paragraphs, how much more than chance has it, and which comes first.
 * Counted in reports either way, so that the denominators are those of every other view.
 */
export async function company(sloganId: number, filters: Filters, together: Together): Promise<Company> {
  const [found, counts, size] = await Promise.all([
    pairs(sloganId, filters, together),
    sloganCounts(filters),
    scopeSize(filters),
  ]);
  const of = new Map(counts.map((c) => [c.id, c]));
  const x = of.get(sloganId)?.reports ?? 0;
  const n = size.reports;
  const rows = found.flatMap(({ id, together: both, before }) => {
    const other = of.get(id);
    if (!other) return [];
    const { mentions: _, ...entry } = other;
    const y = other.reports;
    const g2 = logLikelihoodTable(both, x - both, y - both, n - x - y + both);
    return [
      {
        ...entry,
        together: both,
        before,
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
    rows: adjusted.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.canonical < b.canonical ? -1 : 1)),
  };
}
