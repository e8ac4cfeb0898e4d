import { type SloganEntry, slogan, sloganIdByName } from '@/lib/queries/slogan';

/** The slogan that a parameter names, by number or by wording; null where there is none. */
export async function findSlogan(given: string): Promise<SloganEntry | null> {
  const byName = await sloganIdByName(given);
  if (byName !== null) return slogan(byName);
  return /^\d{1,9}$/.test(given) ? slogan(Number(given)) : null;
}

/** The slogans that a list names, in its order; null where one of them does not exist. */
export async function findSlogans(given: readonly string[]): Promise<SloganEntry[] | null> {
  const found = await Promise.all(given.map(findSlogan));
  const entries = found.filter((e) => e !== null);
  return entries.length === given.length ? entries : null;
}
