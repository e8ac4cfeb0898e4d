-- DropIndex
DROP INDEX "place_day_strata_idx";

-- Each stratum of every place with those below it, as the whole country had already.
INSERT INTO "place_whole_day" SELECT w.ancestor_code, t.day, t.precision, t.stratum_id,
  sum(t.reports), sum(t.characters), sum(t.reports_once), sum(t.characters_once)
FROM "place_day" t JOIN "place_within" w ON w.place_code = t.place_code
WHERE w.ancestor_code NOT IN ('100000', '000000') GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3;
