import type { Filters } from '@/lib/filters';
import { HEAT_TIERS, type HeatTier, heatTier } from '@/lib/stats/heat';
import { SIGNIFICANT, wilson } from '@/lib/stats/intervals';
import { type ChangeRow, type Changes, changes } from './changes';
import { keynessOf } from './keyness-of-counts';
import { type ScopeSize, scopeSize } from './scope-size';
import { type SloganCount, sloganCounts } from './slogan-counts';

export interface HeatRow extends SloganCount {
  readonly totalReports: number;
  readonly share: number;
  readonly low95: number;
  readonly high95: number;
  readonly tier: HeatTier;
  /** The tiers of the ends of the interval: where they differ from `tier`, the tier is not certain. */
  readonly tierLow: HeatTier;
  readonly tierHigh: HeatTier;
}

export interface Heat {
  readonly size: ScopeSize;
  readonly rows: readonly HeatRow[];
}

function tierOf(share: number): HeatTier {
  return HEAT_TIERS.find((t) => share >= t.from)?.tier ?? '冷';
}

/** The tier of every slogan that stands in the scope, the hottest first. */
export async function heatTiers(filters: Filters): Promise<Heat> {
  const [rows, size] = await Promise.all([sloganCounts(filters), scopeSize(filters)]);
  return {
    size,
    rows: rows.map((row) => {
      const { low, high } = wilson(row.reports, size.reports);
      const share = row.reports / size.reports;
      const tiers = { tier: tierOf(share), tierLow: tierOf(low), tierHigh: tierOf(high) };
      return { ...row, totalReports: size.reports, share, low95: low, high95: high, ...tiers };
    }),
  };
}

/** new: first said within the period, wherever one looks. returned: not in the period before, but earlier. */
export const MOVES = ['rising', 'falling', 'new', 'returned', 'gone', 'steady'] as const;
export type Move = (typeof MOVES)[number];

export interface TierChangeRow extends ChangeRow {
  readonly totalNow: number;
  readonly totalBefore: number;
  readonly shareNow: number;
  readonly shareBefore: number;
  readonly tierNow: HeatTier;
  readonly tierBefore: HeatTier;
  /** Tiers up (positive) or down. */
  readonly tiers: number;
  readonly move: Move;
  /** Log-likelihood p-value of the two shares, and that adjusted for testing all slogans at once. */
  readonly p: number;
  readonly q: number;
}

const ORDER = HEAT_TIERS.map((t) => t.tier);

function moveOf(row: ChangeRow, q: number, rises: boolean, since: string): Move {
  if (row.before === 0) return row.first !== null && row.first >= since ? 'new' : 'returned';
  if (row.now === 0) return 'gone';
  return q >= SIGNIFICANT ? 'steady' : rises ? 'rising' : 'falling';
}

/** Two periods as rows with tiers and moves; `since` is the first day of the later one. Pure. */
export function tierChangesOf(found: Changes, since: string): readonly TierChangeRow[] {
  const { reportsNow, reportsBefore } = found;
  if (reportsNow === 0 || reportsBefore === 0) return [];
  const side = (count: (row: ChangeRow) => number) =>
    found.rows.map((r) => ({ ...r, listed: r.listed, mentions: 0, reports: count(r) }));
  const size = (reports: number) => ({ reports, characters: 0 });
  const keys = keynessOf(
    side((r) => r.now),
    size(reportsNow),
    side((r) => r.before),
    size(reportsBefore),
  );
  const of = new Map(keys.rows.map((k) => [k.id, k]));
  const rows = found.rows.map((row): TierChangeRow => {
    const [tierNow, tierBefore] = [
      heatTier(row.now, reportsNow) ?? '冷',
      heatTier(row.before, reportsBefore) ?? '冷',
    ];
    const [shareNow, shareBefore] = [row.now / reportsNow, row.before / reportsBefore];
    const q = of.get(row.id)?.q ?? 1;
    return {
      ...row,
      totalNow: reportsNow,
      totalBefore: reportsBefore,
      shareNow,
      shareBefore,
      tierNow,
      tierBefore,
      tiers: ORDER.indexOf(tierBefore) - ORDER.indexOf(tierNow),
      move: moveOf(row, q, shareNow > shareBefore, since),
      p: of.get(row.id)?.p ?? 1,
      q,
    };
  });
  return rows.sort((a, b) => a.p - b.p || (a.canonical < b.canonical ? -1 : 1));
}

type Bounds = Pick<Filters, 'from' | 'until'>;

/** What moved between two periods: tiers, and what is rising, falling, new, back or gone, by significance. */
export async function tierChanges(
  filters: Filters,
  now: Bounds,
  before: Bounds,
): Promise<{ readonly found: Changes; readonly rows: readonly TierChangeRow[] }> {
  const found = await changes(filters, now, before);
  return { found, rows: tierChangesOf(found, now.from ?? '') };
}
