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
  const own = filters.own ? Prisma.sql`AND w.ancestor_code = w.place_code` : Prisma.empty;
  const within = Prisma.sql`JOIN place_within w ON w.place_code = t.place_code AND w.ancestor_code = ANY(${codes}::bpchar[]) ${own}`;
  const [totals, cells] = await Promise.all([
    prisma.$queryRaw<{ code: string; reports: number; characters: number }[]>`
      SELECT w.ancestor_code AS code, sum(t.${columns.reports})::float8 AS reports, sum(t.${columns.characters})::float8 AS characters
      FROM ${placeRows(filters, 'year', { within: codes })} ${within} GROUP BY 1`,
    prisma.$queryRaw<Cell[]>`
      SELECT s.id, s.canonical, s.gloss, s.kind::text AS kind, r.code, r.reports, r.mentions
      FROM (
        SELECT t.slogan_id, w.ancestor_code AS code, sum(t.${columns.reports})::float8 AS reports, sum(t.${columns.mentions})::float8 AS mentions
        FROM ${sloganRows(filters, 'year', { within: codes })} ${within} GROUP BY 1, 2) r
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
