import { type SloganEntry, slogan, sloganIdByName } from '@/lib/queries/slogan';

/** The slogan that a parameter names, by number or by wording; null where there is none. */
export async function findSlogan(given: string): Promise<SloganEntry | null> {
  const byName = await sloganIdByName(given);
  if (byName !== null) return slogan(byName);
  return /^\d{1,9}$/.test(given) ? slogan(Number(given)) : null;
}
