import { Prisma } from '@/generated/prisma/client';
import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { inPeriod } from './scope';

/** The scope of filters with its places and strata as lists: null where all are in it. */
export interface NamedScope {
  readonly filters: Filters;
  readonly places: readonly string[] | null;
  readonly strata: readonly number[] | null;
}

/**
 * Looks up which places and strata the filters mean. With the list before it the planner knows how many rows to expect;
 * of a subselect it guesses, and sorts all of a province to show its newest page.
 */
export async function nameScope(filters: Filters): Promise<NamedScope> {
  const prisma = await getPrisma();
  const { place, own, source, issuer, genre } = filters;
  const [below, strata] = await Promise.all([
    place && !own ? prisma.placeCovered.findMany({ where: { ancestorCode: place } }) : null,
    source !== undefined || issuer || genre
      ? prisma.stratum.findMany({
          where: {
            ...(source !== undefined && { sourceId: source }),
            ...(issuer && { issuer }),
            ...(genre && { genre }),
          },
        })
      : null,
  ]);
  return {
    filters,
    places: below?.map((p) => p.placeCode) ?? (place ? [place] : null),
    strata: strata?.map((s) => s.id) ?? null,
  };
}

/** `t.place_code` lies in the place of the scope, `t.day` in its period. */
export function inNamedPlace({ filters, places }: NamedScope, t: Prisma.Sql): Prisma.Sql {
  // Of one place an index by place and day gives the newest first; of an array of one the planner does not see that.
  const one = places?.length === 1 ? Prisma.sql`${t}.place_code = ${places[0]}` : null;
  const several = places ? Prisma.sql`${t}.place_code = ANY(${places}::bpchar[])` : Prisma.sql`TRUE`;
  const place = one ?? several;
  return Prisma.sql`${place} AND ${inPeriod(filters, t)}`;
}

/** `t.stratum_id` is one of the scope. */
export function inNamedStrata({ strata }: NamedScope, t: Prisma.Sql): Prisma.Sql {
  return strata ? Prisma.sql`${t}.stratum_id = ANY(${strata}::int[])` : Prisma.sql`TRUE`;
}
