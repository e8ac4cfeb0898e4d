import type { Filters } from '@/lib/filters';
import { getPrisma } from '@/lib/store/client';
import { type Keyness, keynessOf } from './keyness-of-counts';
import { scopeSize } from './scope-size';
import { sloganCounts } from './slogan-counts';

export interface PeerKeyness extends Keyness {
  /** The place that both lie in. */
  readonly parent: { readonly code: string; readonly name: string };
}

/**
 * What a place (with those below it) says more and less than the rest of the place that it lies in. Null where it lies
 * in none. Reports of the parent's own level are part of the rest.
 */
export async function keynessOfPeers(filters: Filters, code: string): Promise<PeerKeyness | null> {
  const prisma = await getPrisma();
  const place = await prisma.place.findUnique({ where: { code }, include: { parent: true } });
  if (!place?.parent) return null;
  const [inside, all] = [
    { ...filters, place: code, own: undefined },
    { ...filters, place: place.parent.code, own: undefined },
  ];
  const [mine, size, theirs, whole] = await Promise.all([
    sloganCounts(inside),
    scopeSize(inside),
    sloganCounts(all),
    scopeSize(all),
  ]);
  const own = new Map(mine.map((s) => [s.id, s]));
  const rest = theirs.flatMap((s) => {
    const reports = s.reports - (own.get(s.id)?.reports ?? 0);
    const mentions = s.mentions - (own.get(s.id)?.mentions ?? 0);
    return reports > 0 ? [{ ...s, reports, mentions }] : [];
  });
  const without = { reports: whole.reports - size.reports, characters: whole.characters - size.characters };
  return {
    ...keynessOf(mine, size, rest, without),
    parent: { code: place.parent.code, name: place.parent.name },
  };
}
