-- DropIndex
DROP INDEX "place_day_day_idx";

-- DropIndex
DROP INDEX "slogan_day_day_idx";

-- DropIndex
DROP INDEX "slogan_month_stratum_id_day_idx";

-- DropIndex
DROP INDEX "slogan_day_series_idx";

-- CreateTable
CREATE TABLE "place_covered" (
    "ancestor_code" CHAR(6) NOT NULL,
    "place_code" CHAR(6) NOT NULL,

    CONSTRAINT "place_covered_pkey" PRIMARY KEY ("ancestor_code","place_code")
);

-- CreateTable
CREATE TABLE "slogan_whole_day" (
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

    CONSTRAINT "slogan_whole_day_pkey" PRIMARY KEY ("slogan_id","stratum_id","day","precision","place_code")
);

-- CreateTable
CREATE TABLE "slogan_whole_month" (
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
    "first_own" DATE,

    CONSTRAINT "slogan_whole_month_pkey" PRIMARY KEY ("slogan_id","stratum_id","day","precision","place_code")
);

-- CreateTable
CREATE TABLE "place_whole_day" (
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "characters" BIGINT NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "characters_once" BIGINT NOT NULL,

    CONSTRAINT "place_whole_day_pkey" PRIMARY KEY ("place_code","stratum_id","day","precision")
);

-- CreateIndex
CREATE INDEX "slogan_whole_day_stratum_id_day_idx" ON "slogan_whole_day"("stratum_id", "day");

-- CreateIndex
CREATE INDEX "slogan_whole_month_stratum_id_day_idx" ON "slogan_whole_month"("stratum_id", "day");

-- CreateIndex
CREATE INDEX "place_day_series_idx" ON "place_day"("place_code", "day", "precision", "stratum_id", "reports", "characters", "reports_once", "characters_once");

-- CreateIndex
CREATE INDEX "place_day_strata_idx" ON "place_day"("stratum_id", "place_code", "day", "precision", "reports", "characters", "reports_once", "characters_once");

-- CreateIndex
CREATE INDEX "slogan_day_series_idx" ON "slogan_day"("slogan_id", "place_code", "day", "precision", "stratum_id", "mentions", "reports", "mentions_once", "reports_once", "relayed", "relayed_once");

-- CreateIndex
CREATE INDEX "slogan_day_days_idx" ON "slogan_day"("day", "place_code", "stratum_id", "precision", "slogan_id", "mentions", "reports", "mentions_once", "reports_once");

-- CreateIndex
CREATE INDEX "slogan_month_sums_idx" ON "slogan_month"("stratum_id", "day", "place_code", "precision", "slogan_id", "mentions", "reports", "mentions_once", "reports_once");

-- Of what is stored already.
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

INSERT INTO "place_whole_day" SELECT w.ancestor_code, t.day, t.precision, 0,
  sum(t.reports), sum(t.characters), sum(t.reports_once), sum(t.characters_once)
FROM "place_day" t JOIN "place_within" w ON w.place_code = t.place_code GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

INSERT INTO "place_whole_day" SELECT CASE place_code WHEN '000000' THEN place_code ELSE '100000' END AS whole, day, precision, stratum_id,
  sum(reports), sum(characters), sum(reports_once), sum(characters_once)
FROM "place_day" GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3;

INSERT INTO "place_covered" SELECT DISTINCT w.ancestor_code, w.place_code
FROM "place_month" t JOIN "place_within" w ON w.place_code = t.place_code;

-- The planner should know how few these are.
ANALYZE "place_covered";
ANALYZE "stratum";
