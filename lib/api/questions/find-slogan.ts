import { type SloganEntry, slogan, sloganIdByName } from '@/lib/queries/slogan';

const NUMBER = /^\d{1,9}$/;
/** A name in quotation marks is no number: “1310”. */
const QUOTED = /^[“"](.+)[”"]$/;

/**
 * The slogan that a parameter names, by number or by wording; null where there is none. Digits are the number of a slogan,
 * as in the addresses of pages, before they are its name: there are slogans called 1310.
 */
export async function findSlogan(given: string): Promise<SloganEntry | null> {
  const numbered = NUMBER.test(given) ? await slogan(Number(given)) : null;
  if (numbered !== null) return numbered;
  const named = await sloganIdByName(QUOTED.exec(given)?.[1] ?? given);
  return named === null ? null : slogan(named);
}

/** The slogans that a list names, in its order; null where one of them does not exist. */
export async function findSlogans(given: readonly string[]): Promise<SloganEntry[] | null> {
  const found = await Promise.all(given.map(findSlogan));
  const entries = found.filter((e) => e !== null);
  return entries.length === given.length ? entries : null;
}
