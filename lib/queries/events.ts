import { getPrisma } from '@/lib/store/client';

export interface EventRow {
  readonly day: string;
  readonly until: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: string;
}

/** Events of a span of days, both ends included, in order. */
export async function events(first: string, last: string): Promise<readonly EventRow[]> {
  const prisma = await getPrisma();
  return prisma.$queryRaw<EventRow[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, to_char(until, 'YYYY-MM-DD') AS until, name, name_en AS "nameEn", kind
    FROM event WHERE day BETWEEN ${first}::date AND ${last}::date ORDER BY day, name`;
}
