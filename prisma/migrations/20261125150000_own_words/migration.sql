-- A report that says a slogan only in paragraphs that another place or source had first does not say it in words of its
-- own: it is counted as relayed from here on, as copies and wholly relayed reports are.
UPDATE "slogan_day" t SET relayed = t.relayed + x.n, relayed_once = t.relayed_once + x.n
FROM (
  SELECT slogan_id, place_code, day, precision, stratum_id, count(*)::int AS n
  FROM (
    SELECT m.slogan_id, r.place_code, r.day, r.precision, r.stratum_id
    FROM "report" r
    JOIN "document" d ON d.id = r.document_id
    JOIN "run" u ON u.id = d.run_id AND u.status = 'published'
    JOIN "mention" m ON m.document_id = r.document_id AND m.report = r.ordinal
    JOIN "paragraph" p ON p.document_id = m.document_id AND p.ordinal = m.paragraph
    WHERE r.stands AND NOT r.relayed AND r.relayed_share > 0
    GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id
    HAVING bool_and(p.relayed)) held
  GROUP BY 1, 2, 3, 4, 5) x
WHERE t.slogan_id = x.slogan_id AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id;

DELETE FROM "slogan_month";
DELETE FROM "slogan_year";
DELETE FROM "slogan_whole_day";
DELETE FROM "slogan_whole_month";

INSERT INTO "slogan_month" SELECT slogan_id, place_code, date_trunc('month', day::timestamp)::date, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none'),
  min(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0), max(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0),
  min(day) FILTER (WHERE precision <> 'none' AND reports > relayed)
FROM "slogan_day" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "slogan_month" SELECT slogan_id, place_code, day, precision, 0,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
FROM "slogan_month" WHERE stratum_id <> 0 GROUP BY 1, 2, 3, 4;

INSERT INTO "slogan_year" SELECT slogan_id, place_code, date_trunc('year', day::timestamp)::date, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
FROM "slogan_month" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "slogan_whole_day" SELECT slogan_id, CASE place_code WHEN '000000' THEN place_code ELSE '100000' END AS whole, day, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once)
FROM "slogan_day" GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 5, 3, 4;

INSERT INTO "slogan_whole_day" SELECT slogan_id, place_code, day, precision, 0,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once)
FROM "slogan_whole_day" WHERE stratum_id <> 0 GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4;

INSERT INTO "slogan_whole_month" SELECT slogan_id, CASE place_code WHEN '000000' THEN place_code ELSE '100000' END AS whole, day, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
FROM "slogan_month" GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 5, 3, 4;
