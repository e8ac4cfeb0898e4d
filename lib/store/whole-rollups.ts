/** The place that a row of a whole rollup is of: the country with everything in it, or what has no place. */
const WHOLE = `CASE place_code WHEN '000000' THEN place_code ELSE '100000' END`;
const SLOGAN_SUMS = `sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once)`;
const PLACE_SUMS = 'sum(reports), sum(characters), sum(reports_once), sum(characters_once)';
const month = (day: string) => `date_trunc('month', ${day}::timestamp)::date`;

const sloganStatements = (cells: string): string[] => [
  `INSERT INTO slogan_whole_day SELECT slogan_id, ${WHOLE} AS whole, day, precision, stratum_id, ${SLOGAN_SUMS}
   FROM slogan_day WHERE ${cells} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 5, 3, 4`,
  `INSERT INTO slogan_whole_day SELECT slogan_id, place_code, day, precision, 0, ${SLOGAN_SUMS}
   FROM slogan_whole_day WHERE stratum_id <> 0 AND ${cells} GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4`,
  `INSERT INTO slogan_whole_month SELECT slogan_id, ${WHOLE} AS whole, day, precision, stratum_id, ${SLOGAN_SUMS},
     min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
   FROM slogan_month WHERE ${cells} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 5, 3, 4`,
];

/** @param ancestors condition on rows `t` of `place_day` with an ancestor `w` of their place; `place`: on those made of them */
const placeStatements = (ancestors: string, place: string): string[] => [
  `INSERT INTO place_whole_day SELECT w.ancestor_code, t.day, t.precision, t.stratum_id, ${PLACE_SUMS}
   FROM place_day t JOIN place_within w ON w.place_code = t.place_code WHERE ${ancestors} GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3`,
  `INSERT INTO place_whole_day SELECT place_code, day, precision, 0, ${PLACE_SUMS}
   FROM place_whole_day WHERE stratum_id <> 0 AND ${place} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
];

/** Small tables that every question narrows by: the planner has to know how small they are. */
const COVERED: readonly string[] = [
  'DELETE FROM place_covered',
  `INSERT INTO place_covered SELECT DISTINCT w.ancestor_code, w.place_code
   FROM place_month t JOIN place_within w ON w.place_code = t.place_code`,
  'ANALYZE place_covered',
  'ANALYZE stratum',
];

/** The statements that make the sums of places anew: also where other places lie in a place than before. */
export const REBUILD_WHOLE_PLACES: readonly string[] = [
  'DELETE FROM place_whole_day',
  ...placeStatements('TRUE', 'TRUE'),
  ...COVERED,
];

/** Those that make all whole rollups anew, from `slogan_day`, `slogan_month` and `place_day`. */
export const REBUILD_WHOLE: readonly string[] = [
  'DELETE FROM slogan_whole_day',
  'DELETE FROM slogan_whole_month',
  ...sloganStatements('TRUE'),
  ...REBUILD_WHOLE_PLACES,
];

const SLOGAN_MONTHS = `(slogan_id, ${month('day')}) IN (SELECT slogan_id, month FROM touched_slogan)`;
const ANCESTOR_MONTHS = `SELECT w.ancestor_code, l.month FROM touched_place l JOIN place_within w ON w.place_code = l.place_code`;

/** Those that bring them up to date in the months of `touched_slogan` and `touched_place`. */
export const REFRESH_WHOLE: readonly string[] = [
  `DELETE FROM slogan_whole_day WHERE ${SLOGAN_MONTHS}`,
  `DELETE FROM slogan_whole_month WHERE ${SLOGAN_MONTHS}`,
  `DELETE FROM place_whole_day WHERE (place_code, ${month('day')}) IN (${ANCESTOR_MONTHS})`,
  ...sloganStatements(SLOGAN_MONTHS),
  ...placeStatements(
    `(w.ancestor_code, ${month('t.day')}) IN (${ANCESTOR_MONTHS})`,
    `(place_code, ${month('day')}) IN (${ANCESTOR_MONTHS})`,
  ),
  ...COVERED,
];
