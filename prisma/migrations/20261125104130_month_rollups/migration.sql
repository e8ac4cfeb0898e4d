-- AlterTable
ALTER TABLE "slogan_day" ADD COLUMN     "relayed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "relayed_once" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "slogan_month" (
    "slogan_id" INTEGER NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "mentions" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "mentions_once" INTEGER NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "relayed" INTEGER NOT NULL,
    "relayed_once" INTEGER NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "first_once" DATE,
    "last_once" DATE,

    CONSTRAINT "slogan_month_pkey" PRIMARY KEY ("slogan_id","place_code","day","precision","stratum_id")
);

-- CreateTable
CREATE TABLE "slogan_year" (
    "slogan_id" INTEGER NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "mentions" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "mentions_once" INTEGER NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "relayed" INTEGER NOT NULL,
    "relayed_once" INTEGER NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "first_once" DATE,
    "last_once" DATE,

    CONSTRAINT "slogan_year_pkey" PRIMARY KEY ("slogan_id","place_code","day","precision","stratum_id")
);

-- CreateTable
CREATE TABLE "place_month" (
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "characters" BIGINT NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "characters_once" BIGINT NOT NULL,
    "first_day" DATE,
    "last_day" DATE,

    CONSTRAINT "place_month_pkey" PRIMARY KEY ("place_code","day","precision","stratum_id")
);

-- CreateIndex
CREATE INDEX "slogan_month_stratum_id_day_idx" ON "slogan_month"("stratum_id", "day");

-- CreateIndex
CREATE INDEX "slogan_year_stratum_id_day_idx" ON "slogan_year"("stratum_id", "day");

-- CreateIndex
CREATE INDEX "place_month_stratum_id_day_idx" ON "place_month"("stratum_id", "day");

-- Of what is stored already: how many reports are copies or relayed, and the sums by month and year.
UPDATE "slogan_day" t SET relayed = x.relayed, relayed_once = x.once
FROM (
  SELECT slogan_id, place_code, day, precision, stratum_id, count(*) AS relayed, count(*) FILTER (WHERE stands) AS once
  FROM (SELECT m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands
        FROM report r
        JOIN document d ON d.id = r.document_id
        JOIN run u ON u.id = d.run_id AND u.status = 'published'
        JOIN mention m ON m.document_id = r.document_id AND m.report = r.ordinal
        WHERE r.relayed OR NOT r.stands
        GROUP BY m.slogan_id, m.document_id, m.report, r.place_code, r.day, r.precision, r.stratum_id, r.stands) y
  GROUP BY 1, 2, 3, 4, 5) x
WHERE t.slogan_id = x.slogan_id AND t.place_code = x.place_code AND t.day = x.day AND t.precision = x.precision AND t.stratum_id = x.stratum_id;

INSERT INTO "slogan_month" SELECT slogan_id, place_code, date_trunc('month', day::timestamp)::date,
  CASE WHEN precision = 'day' THEN 'month' ELSE precision END, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none'),
  min(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0), max(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0)
FROM "slogan_day" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "slogan_month" SELECT slogan_id, place_code, day, precision, 0,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once)
FROM "slogan_month" WHERE stratum_id <> 0 GROUP BY 1, 2, 3, 4;

INSERT INTO "slogan_year" SELECT slogan_id, place_code, date_trunc('year', day::timestamp)::date,
  CASE WHEN precision = 'none' THEN precision ELSE 'year' END, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once)
FROM "slogan_month" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "place_month" SELECT place_code, date_trunc('month', day::timestamp)::date,
  CASE WHEN precision = 'day' THEN 'month' ELSE precision END, stratum_id,
  sum(reports), sum(characters), sum(reports_once), sum(characters_once),
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none')
FROM "place_day" GROUP BY 1, 2, 3, 4;

INSERT INTO "place_month" SELECT place_code, day, precision, 0,
  sum(reports), sum(characters), sum(reports_once), sum(characters_once), min(first_day), max(last_day)
FROM "place_month" WHERE stratum_id <> 0 GROUP BY 1, 2, 3;

-- A chart by day of one slogan reads a slice of this index alone.
DROP INDEX "slogan_day_slogan_id_day_idx";
CREATE INDEX "slogan_day_series_idx" ON "slogan_day"("slogan_id", "day", "place_code", "precision", "stratum_id", "mentions", "reports", "mentions_once", "reports_once");
