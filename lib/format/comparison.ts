import { silenceProbability } from '@/lib/stats/adoption';

interface Compared {
  readonly id: number;
  readonly canonical: string;
  readonly reports: readonly number[];
}

/** The share of a place's reports; 0 where it has none. */
export function shareIn(slogan: Compared, totals: readonly number[], place: number): number {
  const total = totals[place] ?? 0;
  return total > 0 ? (slogan.reports[place] ?? 0) / total : 0;
}

const byName = (a: Compared, b: Compared) => (a.canonical < b.canonical ? -1 : 1);

/** The slogans in most reports of one place. */
export function topOf<Row extends Compared>(slogans: readonly Row[], place: number, limit: number): Row[] {
  const used = slogans.filter((s) => (s.reports[place] ?? 0) > 0);
  return used
    .sort((a, b) => (b.reports[place] ?? 0) - (a.reports[place] ?? 0) || byName(a, b))
    .slice(0, limit);
}

/** What every place says, first what even the quietest of them says often. */
export function sharedBy<Row extends Compared>(
  slogans: readonly Row[],
  totals: readonly number[],
  limit: number,
): Row[] {
  const least = (s: Row) => Math.min(...totals.map((_, i) => shareIn(s, totals, i)));
  const shared = slogans.filter((s) => least(s) > 0);
  return shared.sort((a, b) => least(b) - least(a) || byName(a, b)).slice(0, limit);
}

/** What one place says and none of the others does, in at least `atLeast` reports. */
export function onlyIn<Row extends Compared>(
  slogans: readonly Row[],
  place: number,
  limit: number,
  atLeast = 1,
): Row[] {
  const only = slogans.filter((s) => s.reports.every((n, i) => (i === place ? n >= atLeast : n === 0)));
  return only
    .sort((a, b) => (b.reports[place] ?? 0) - (a.reports[place] ?? 0) || byName(a, b))
    .slice(0, limit);
}

export interface Silent<Row> {
  readonly slogan: Row;
  /** Reports of the place that would hold it at the share of the most reticent of the others. */
  readonly expected: number;
  /** Probability of seeing none by chance. */
  readonly p: number;
}

/** What all the others say and one place does not, the least explicable by chance first. */
export function silentIn<Row extends Compared>(
  slogans: readonly Row[],
  totals: readonly number[],
  place: number,
  limit: number,
): Silent<Row>[] {
  const here = totals[place] ?? 0;
  const others = totals.map((_, i) => i).filter((i) => i !== place);
  return slogans
    .filter((s) => (s.reports[place] ?? 0) === 0 && others.every((i) => (s.reports[i] ?? 0) > 0))
    .map((slogan) => {
      const share = Math.min(...others.map((i) => shareIn(slogan, totals, i)));
      return { slogan, expected: share * here, p: silenceProbability(share, here) };
    })
    .sort((a, b) => a.p - b.p || byName(a.slogan, b.slogan))
    .slice(0, limit);
}

const MOST = 6;

/** The places of `?places=` (and one more of `?add=`): codes, each once, at most six. */
export function parsePlaces(places: string | undefined, add?: string): string[] {
  const codes = [...(places ?? '').split(','), add ?? ''].filter(
    (code) => /^\d{6}$/.test(code) && code !== '000000',
  );
  return [...new Set(codes)].slice(0, MOST);
}
