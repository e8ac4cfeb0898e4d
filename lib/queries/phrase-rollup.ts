import { getPrisma } from '@/lib/store/client';
import type { Cell } from '@/lib/store/copy-rows';

/** How often a phrase stands in one report. */
export interface ReportCount {
  readonly documentId: string;
  readonly report: number;
  readonly placeCode: string;
  readonly day: string;
  readonly precision: string;
  readonly stratumId: number;
  readonly stands: boolean;
  readonly mentions: number;
}

const COLUMNS = [
  'phrase_id',
  'place_code',
  'day',
  'precision',
  'stratum_id',
  'mentions',
  'reports',
  'mentions_once',
  'reports_once',
  'alone',
  'alone_once',
] as const;

/**
 * How many mentions of each report are the tracked slogan of this very wording, by document and report; empty
 * where the phrase is no slogan's. The rest of its occurrences stand inside longer slogans, or in what counts as none.
 */
export async function aloneCounts(phrase: string): Promise<ReadonlyMap<string, number>> {
  const prisma = await getPrisma();
  const rows = await prisma.$queryRaw<{ documentId: string; report: number; n: number }[]>`
    SELECT m.document_id::text AS "documentId", m.report, count(*)::int AS n
    FROM mention m
    JOIN document d ON d.id = m.document_id
    JOIN run u ON u.id = d.run_id AND u.status = 'published'
    WHERE m.slogan_id IN (SELECT id FROM slogan WHERE canonical = ${phrase}
        UNION SELECT slogan_id FROM slogan_variant WHERE surface = ${phrase})
      AND m."end" - m.start = ${phrase.length}::int AND substr(d.text, m.start + 1, m."end" - m.start) = ${phrase}
    GROUP BY 1, 2`;
  return new Map(rows.map((r) => [`${r.documentId} ${r.report}`, r.n]));
}

/** Sums by place, day and stratum, as rows for COPY. */
export function rollUp(
  phraseId: number,
  counts: readonly ReportCount[],
  alone: ReadonlyMap<string, number>,
): { readonly columns: readonly string[]; readonly rows: Cell[][] } {
  const groups = new Map<string, { head: Cell[]; sums: number[] }>();
  for (const c of counts) {
    const head = [c.placeCode, c.day, c.precision, c.stratumId];
    const group = groups.get(head.join(' ')) ?? { head, sums: [0, 0, 0, 0, 0, 0] };
    groups.set(head.join(' '), group);
    const own = alone.get(`${c.documentId} ${c.report}`) ?? 0;
    const once = c.stands ? 1 : 0;
    const add = [c.mentions, 1, c.mentions * once, once, own, own * once];
    group.sums = group.sums.map((sum, i) => sum + (add[i] ?? 0));
  }
  return { columns: COLUMNS, rows: [...groups.values()].map((g) => [phraseId, ...g.head, ...g.sums]) };
}
