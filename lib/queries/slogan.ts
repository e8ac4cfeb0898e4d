import { getPrisma } from '@/lib/store/client';

export interface SloganEntry {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  /** In the lexicon, or found by a rule. */
  readonly listed: boolean;
  readonly gloss: string | null;
  readonly domain: string | null;
  readonly introduced: string | null;
  readonly occasion: string | null;
  readonly level: string | null;
  readonly place: { readonly code: string; readonly name: string } | null;
  readonly members: readonly string[];
  readonly variants: readonly string[];
  readonly proof: string | null;
  readonly remark: string | null;
}

/** An entry by number; null where there is none. */
export async function slogan(id: number): Promise<SloganEntry | null> {
  const prisma = await getPrisma();
  const row = await prisma.slogan.findUnique({
    where: { id },
    include: { variants: { orderBy: { surface: 'asc' } } },
  });
  if (!row) return null;
  const place = row.placeCode ? await prisma.place.findUnique({ where: { code: row.placeCode } }) : null;
  return {
    ...row,
    listed: row.status === 'listed',
    variants: row.variants.map((v) => v.surface),
    place: place && { code: place.code, name: place.name },
  };
}

/** The number of a slogan by its canonical form or one of its variants; null where there is none. */
export async function sloganIdByName(name: string): Promise<number | null> {
  const prisma = await getPrisma();
  const [row] = await prisma.$queryRaw<{ id: number }[]>`
    SELECT id FROM slogan WHERE canonical = ${name}
    UNION ALL SELECT slogan_id FROM slogan_variant WHERE surface = ${name} LIMIT 1`;
  return row?.id ?? null;
}
