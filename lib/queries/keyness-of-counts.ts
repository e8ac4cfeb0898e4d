import { SIGNIFICANT, Z } from '@/lib/stats/intervals';
import { adjustForMany, chiSquareP, logLikelihood, logRatio } from '@/lib/stats/keyness';
import { logOdds } from '@/lib/stats/log-odds';
import type { ScopeSize } from './scope-size';
import type { SloganCount } from './slogan-counts';

export interface KeynessRow {
  readonly id: number;
  readonly canonical: string;
  readonly kind: string;
  readonly listed: boolean;
  /** Reports that hold it, of A and of B, and all reports there. */
  readonly reportsA: number;
  readonly totalA: number;
  readonly reportsB: number;
  readonly totalB: number;
  /** Two-cell log-likelihood of the reports: positive where A says it more. */
  readonly logLikelihood: number;
  /** Its p-value, and that adjusted for testing all slogans at once (Benjamini–Hochberg). */
  readonly p: number;
  readonly q: number;
  /** How often A's share doubles B's (base 2), with its 95 % interval; a count of 0 is taken as half a report. */
  readonly logRatio: number;
  readonly low95: number;
  readonly high95: number;
  /** Log-odds with informative Dirichlet prior: the difference, and in standard errors. */
  readonly logOdds: number;
  readonly z: number;
  /** a, b: only there; both. */
  readonly where: 'a' | 'b' | 'both';
}

export interface Keyness {
  readonly a: ScopeSize;
  readonly b: ScopeSize;
  readonly rows: readonly KeynessRow[];
}

/** Pseudo-reports that the prior gives to all slogans together, in proportion to their use in A and B: one each. */
function priorOf(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (n / all) * counts.length);
}

/** Interval of the log ratio, by the delta method for two Poisson counts. */
function ratioInterval(ratio: number, a: number, b: number): { low95: number; high95: number } {
  const error = (Z * Math.sqrt(1 / (a || 0.5) + 1 / (b || 0.5))) / Math.LN2;
  return { low95: ratio - error, high95: ratio + error };
}

/** What tells A from B, the most significant first. Pure; the query is `keyness`. */
export function keynessOf(
  a: readonly SloganCount[],
  sizeA: ScopeSize,
  b: readonly SloganCount[],
  sizeB: ScopeSize,
): Keyness {
  const found = { a: sizeA, b: sizeB };
  if (sizeA.reports === 0 || sizeB.reports === 0) return { ...found, rows: [] };
  const slogans = new Map([...a, ...b].map((s) => [s.id, s]));
  const [inA, inB] = [a, b].map((side) => new Map(side.map((s) => [s.id, s.reports])));
  const counts = [...slogans.values()].map((s) => ({ s, a: inA?.get(s.id) ?? 0, b: inB?.get(s.id) ?? 0 }));
  const likelihoods = counts.map((c) =>
    logLikelihood({ count: c.a, size: sizeA.reports }, { count: c.b, size: sizeB.reports }),
  );
  const ps = likelihoods.map((g2) => Math.min(1, chiSquareP(Math.abs(g2))));
  const qs = adjustForMany(ps);
  const odds = logOdds(
    counts.map((c) => c.a),
    counts.map((c) => c.b),
    priorOf(counts.map((c) => c.a + c.b)),
  );
  const rows = counts.map(({ s, a: countA, b: countB }, i): KeynessRow => {
    const ratio = logRatio({ count: countA, size: sizeA.reports }, { count: countB, size: sizeB.reports });
    return {
      id: s.id,
      canonical: s.canonical,
      kind: s.kind,
      listed: s.listed,
      reportsA: countA,
      totalA: sizeA.reports,
      reportsB: countB,
      totalB: sizeB.reports,
      logLikelihood: likelihoods[i] ?? 0,
      p: ps[i] ?? 1,
      q: qs[i] ?? 1,
      logRatio: ratio,
      ...ratioInterval(ratio, countA, countB),
      logOdds: odds[i]?.delta ?? 0,
      z: odds[i]?.z ?? 0,
      where: countA === 0 ? 'b' : countB === 0 ? 'a' : 'both',
    };
  });
  return { ...found, rows: rows.sort((x, y) => Math.abs(y.logLikelihood) - Math.abs(x.logLikelihood)) };
}

/** What chance does not explain: the `each` most significant of either side, from what A says more to what B says more. */
export function strongestOf(rows: readonly KeynessRow[], each: number): KeynessRow[] {
  const sure = rows.filter((r) => r.q < SIGNIFICANT);
  return [
    ...sure.filter((r) => r.logRatio > 0).slice(0, each),
    ...sure.filter((r) => r.logRatio < 0).slice(0, each),
  ].sort((x, y) => y.logRatio - x.logRatio);
}
