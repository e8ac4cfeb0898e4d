import type { Filters } from '@/lib/filters';
import { THIN_REPORTS } from '@/lib/stats/rates';
import { type Comparison, compareSlogans } from './compare-slogans';

export interface SimilarityRow {
  readonly a: string;
  readonly b: string;
  /** Cosine of the shares of reports over all slogans, 0 to 1; null where one of them has no reports or says none. */
  readonly cosine: number | null;
  /** Slogans that both say, and that either does. */
  readonly shared: number;
  readonly either: number;
  readonly totalA: number;
  readonly totalB: number;
  /** thin: fewer than 20 reports of either; contains: one place lies in the other, and its reports are in both. */
  readonly warnings: readonly string[];
}

function sharesOf({ totals, slogans }: Comparison, at: number): number[] {
  const total = totals[at]?.reports ?? 0;
  return slogans.map((s) => (total === 0 ? 0 : (s.reports[at] ?? 0) / total));
}

/** Cosine of two vectors; null where one of them is zero. */
export function cosine(a: readonly number[], b: readonly number[]): number | null {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
  const norm = Math.sqrt(dot(a, a) * dot(b, b));
  return norm === 0 ? null : Math.min(1, dot(a, b) / norm);
}

function contains(a: string, b: string): boolean {
  const stem = (code: string) => code.replace(/(00)+$/, '');
  return a === '100000' || b === '100000' || stem(a).startsWith(stem(b)) || stem(b).startsWith(stem(a));
}

/** How alike each two of the places speak, places counting with those below them; every pair once. */
export async function similarity(
  filters: Filters,
  codes: readonly string[],
): Promise<readonly SimilarityRow[]> {
  const compared = await compareSlogans(filters, codes);
  const shares = codes.map((_, i) => sharesOf(compared, i));
  return codes.flatMap((a, i) =>
    codes.slice(i + 1).map((b, k) => {
      const [x, y] = [shares[i] ?? [], shares[i + 1 + k] ?? []];
      const [totalA, totalB] = [compared.totals[i]?.reports ?? 0, compared.totals[i + 1 + k]?.reports ?? 0];
      const warnings = [
        ...(Math.min(totalA, totalB) < THIN_REPORTS ? ['thin'] : []),
        ...(contains(a, b) ? ['contains'] : []),
      ];
      return {
        a,
        b,
        cosine: cosine(x, y),
        shared: x.filter((v, s) => v > 0 && (y[s] ?? 0) > 0).length,
        either: x.filter((v, s) => v > 0 || (y[s] ?? 0) > 0).length,
        totalA,
        totalB,
        warnings,
      };
    }),
  );
}
