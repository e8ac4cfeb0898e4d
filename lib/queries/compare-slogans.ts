import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { placeRows, sloganRows } from './rollup-rows';
import { counted } from './scope';

export interface ComparedSlogan {
  readonly id: number;
  readonly canonical: string;
  readonly gloss: string | null;
  readonly kind: string;
  /** Reports that hold it, and mentions, by place, in the order of the places asked for. */
  readonly reports: readonly number[];
  readonly mentions: readonly number[];
}

export interface Comparison {
  /** All reports and characters of each place: the denominators. */
  readonly totals: readonly {
    readonly code: string;
    readonly reports: number;
    readonly characters: number;
  }[];
  readonly slogans: readonly ComparedSlogan[];
}

interface Cell {
  id: number;
  canonical: string;
  gloss: string | null;
  kind: string;
  code: string;
  reports: number;
  mentions: number;
}

/** Every slogan that at least one of the places uses, with its counts in each; places count with those below them. */
export async function compareSlogans(filters: Filters, codes: readonly string[]): Promise<Comparison> {
  const prisma = await getPrisma();
  const columns = counted(filters);
  const each = (select: (place: Filters, code: string) => Prisma.Sql) =>
    Prisma.join(
      codes.map((code) => select({ ...filters, place: code }, code)),
      ' UNION ALL ',
    );
  if (codes.length === 0) return { totals: [], slogans: [] };
  const [totals, cells] = await Promise.all([
    prisma.$queryRaw<{ code: string; reports: number; characters: number }[]>(
      each(
        (place, code) => Prisma.sql`
          SELECT ${code}::text AS code, coalesce(sum(t.${columns.reports}), 0)::float8 AS reports, coalesce(sum(t.${columns.characters}), 0)::float8 AS characters
          FROM ${placeRows(place, 'year', { summed: true })}`,
      ),
    ),
    prisma.$queryRaw<Cell[]>`
      SELECT s.id, s.canonical, s.gloss, s.kind::text AS kind, r.code, r.reports, r.mentions
      FROM (${each(
        (place, code) => Prisma.sql`
          SELECT t.slogan_id, ${code}::text AS code, sum(t.${columns.reports})::float8 AS reports, sum(t.${columns.mentions})::float8 AS mentions
          FROM ${sloganRows(place, 'year', { summed: true })} GROUP BY 1`,
      )}) r
      JOIN slogan s ON s.id = r.slogan_id
      WHERE r.mentions > 0
      ORDER BY s.canonical`,
  ]);
  const zeros = codes.map(() => 0);
  const rows = new Map<
    number,
    {
      id: number;
      canonical: string;
      gloss: string | null;
      kind: string;
      reports: number[];
      mentions: number[];
    }
  >();
  for (const { code, reports, mentions, ...slogan } of cells) {
    const row = rows.get(slogan.id) ?? { ...slogan, reports: [...zeros], mentions: [...zeros] };
    row.reports[codes.indexOf(code)] = reports;
    row.mentions[codes.indexOf(code)] = mentions;
    rows.set(slogan.id, row);
  }
  return {
    totals: codes.map((code) => totals.find((r) => r.code === code) ?? { code, reports: 0, characters: 0 }),
    slogans: [...rows.values()],
  };
}
