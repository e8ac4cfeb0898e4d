import { getPrisma } from '@/lib/store/client';

/** A division that went before another, or came of it. */
export interface PlaceStep {
  readonly code: string;
  readonly name: string;
  /** The last month in which it is known, YYYY-MM; null where it is still there. */
  readonly until: string | null;
}

export interface PlaceLine {
  /** Renamed, merged or upgraded into this one. */
  readonly before: readonly PlaceStep[];
  /** What this one became. */
  readonly after: readonly PlaceStep[];
}

/** What ended before has no reports to follow. */
const EARLIEST = new Date('2000-01-01');

/** What a division was before and what became of it: its series goes on under those codes. */
export async function placeLine(code: string): Promise<PlaceLine> {
  const prisma = await getPrisma();
  const own = await prisma.place.findUnique({ where: { code }, select: { successors: true } });
  const rows = await prisma.place.findMany({
    where: {
      OR: [
        { successors: { has: code }, validUntil: { gte: EARLIEST } },
        { code: { in: own?.successors ?? [] } },
      ],
    },
    select: { code: true, name: true, validUntil: true, successors: true },
    orderBy: { code: 'asc' },
  });
  const others = rows.filter((row) => row.code !== code);
  const step = (row: (typeof rows)[number]): PlaceStep => ({
    code: row.code,
    name: row.name,
    until: row.validUntil?.toISOString().slice(0, 7) ?? null,
  });
  return {
    before: others.filter((row) => row.successors.includes(code)).map(step),
    after: others.filter((row) => own?.successors.includes(row.code)).map(step),
  };
}
