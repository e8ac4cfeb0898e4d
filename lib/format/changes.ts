interface Change {
  readonly now: number;
  readonly before: number;
  readonly first: string | null;
}

/**
 * How far the share of reports moved between two periods, in standard errors of a difference of two shares
 * (pooled). 0 where one of the periods has no reports.
 */
export function changeScore(now: number, reportsNow: number, before: number, reportsBefore: number): number {
  if (reportsNow === 0 || reportsBefore === 0) return 0;
  const pooled = (now + before) / (reportsNow + reportsBefore);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reportsNow + 1 / reportsBefore));
  return error === 0 ? 0 : (now / reportsNow - before / reportsBefore) / error;
}

export interface SortedChanges<Row> {
  readonly rising: readonly Row[];
  readonly falling: readonly Row[];
  readonly fresh: readonly Row[];
  readonly gone: readonly Row[];
}

/** What was said in fewer reports than this before is not missed. */
export const FEWEST_GONE = 2;

/** Below so many standard errors a difference is as likely chance: 1.96 would let one in twenty through. */
export const NOTABLE = 2.58;

/**
 * Rising, falling: clearly more or less often than before. Fresh: first said within the period, wherever one looks. Gone: said in
 * at least `least` reports before and in none now. Each the most striking first.
 */
export function sortChanges<Row extends Change>(
  rows: readonly Row[],
  totals: { readonly reportsNow: number; readonly reportsBefore: number },
  since: string,
  limit: number,
  least = FEWEST_GONE,
): SortedChanges<Row> {
  const score = (r: Row) => changeScore(r.now, totals.reportsNow, r.before, totals.reportsBefore);
  const by = (value: (r: Row) => number) => (a: Row, b: Row) => value(b) - value(a);
  const fresh = rows.filter((r) => r.now > 0 && r.before === 0 && r.first !== null && r.first >= since);
  return {
    rising: rows
      .filter((r) => r.before > 0 && score(r) >= NOTABLE)
      .sort(by(score))
      .slice(0, limit),
    falling: rows
      .filter((r) => r.now > 0 && score(r) <= -NOTABLE)
      .sort(by((r) => -score(r)))
      .slice(0, limit),
    fresh: fresh.sort(by((r) => r.now)).slice(0, limit),
    gone: rows
      .filter((r) => r.now === 0 && r.before >= least)
      .sort(by((r) => r.before))
      .slice(0, limit),
  };
}
